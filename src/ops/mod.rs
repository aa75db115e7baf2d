//! The use cases, which every front end shares. They use the database, transactions and signers,
//! and return domain values. They know no command-line arguments and print nothing.

pub mod answer;
pub mod assignment;
pub mod audit;
pub mod bundle;
pub mod clock;
pub mod company;
pub mod container;
pub mod cores;
pub mod credential;
pub mod csv_import;
pub mod customer;
pub mod doctor;
pub mod error;
pub mod execute;
pub mod explain;
#[cfg(feature = "fill")]
pub mod fill;
pub mod find;
pub mod front_end;
pub mod health;
pub mod home;
pub mod ids;
pub mod impact;
pub mod inspect;
pub mod key;
pub mod license;
pub mod lookup;
pub mod man;
pub mod materials;
pub mod module;
pub mod needs;
pub mod private_file;
pub mod product;
pub mod record;
pub mod recovery;
pub mod reference;
pub mod session;
pub mod status;
#[cfg(test)]
mod test_front_end;
#[cfg(test)]
mod tests;
pub mod ticket;
pub mod use_case;
pub mod user;
pub mod verify;
