//! Support for the browser journeys.
