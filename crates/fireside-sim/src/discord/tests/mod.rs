//! Tests over real HTTP and websockets.

mod client;
mod control;
mod faults;
mod gateway;
mod interactions;
mod messages;
mod permissions;
mod rest;
mod threads;
