//! `script()`, fakes, and the contract suites for stores, search indexes and adapters.

pub mod adapter;
pub mod fake_adapter;
pub mod fake_clock;
pub mod fake_feature;
pub mod fake_files;
pub mod fake_search;
pub mod fake_store;
pub mod script;
pub mod search;
pub mod store;
