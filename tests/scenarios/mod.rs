//! Scenarios: complete user journeys.

mod accepted_record;
mod ci_host;
mod compared_database;
mod containers;
mod crash;
pub mod devices;
mod edited_database;
mod edited_status;
mod first_sale;
mod guides;
mod life;
mod portal;
mod recovery;
mod repaired_record;
mod replaced_database;
mod reseller;
pub mod second_site;
mod signed_entries;
