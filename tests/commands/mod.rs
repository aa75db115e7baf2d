//! The tests of each verb: effects, errors, JSON answers.

mod assignment;
mod audit;
mod catalogue;
mod check;
pub mod container;
mod credential;
mod customer;
mod device;
mod execution;
mod find;
mod home;
mod import;
mod init;
mod inspect;
mod key;
mod license;
mod life;
mod module;
mod product;
mod quickstart;
mod recovery;
mod session;
mod status;
mod terminal;
mod ticket;
mod user;
mod verify;
