//! Journeys: what people do from beginning to end.

mod first_sale;
mod readme;
