//! Journeys: what people do from beginning to end.

mod ci_host;
mod containers;
mod crash;
pub mod desk;
pub mod devices;
mod first_sale;
mod guides;
mod life;
mod portal;
mod recovery;
mod reseller;
