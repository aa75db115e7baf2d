//! Journeys: what people do from beginning to end.

mod ci_host;
mod containers;
mod crash;
pub mod devices;
mod first_sale;
mod guides;
mod life;
mod portal;
mod recovery;
mod reseller;
pub mod second_site;
