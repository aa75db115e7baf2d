//! Journeys: what people do from beginning to end.

mod ci_host;
mod first_sale;
mod guides;
mod life;
mod reseller;
