//! Use cases of products.

pub mod apply;
