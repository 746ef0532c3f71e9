# What one does here often; `just` alone lists it.

default:
    @just --list

# Everything the gate checks.
ci:
    .ci/run

# Tests, fast.
test:
    cargo nextest run --workspace

# The story, on simulated platforms.
demo:
    cargo run -- demo

# Durable dialogues against the Telegram simulator: updates/s, latency, CPU, memory.
bench:
    cargo run --release -p fireside-tests --example dialogues

fmt:
    cargo fmt --all

lint:
    cargo clippy --workspace --all-targets -- -D warnings
