//! Tests over real HTTP and websockets.

mod channels;
mod client;
mod commands;
mod connections;
mod control;
mod endpoint;
mod faults;
mod files;
mod gateway;
mod interactions;
mod layout;
mod members;
mod menus;
mod messages;
mod modals;
mod overwrites;
mod permissions;
mod polls;
mod reactions;
mod rest;
mod roles;
mod routes;
mod sharing;
mod thread_lists;
mod threads;
mod webhooks;
