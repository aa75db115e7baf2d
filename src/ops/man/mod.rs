//! Man pages: the answers.

pub mod answer;
