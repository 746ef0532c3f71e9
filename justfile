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

# What feedback costs among 100,000 items and 1,000,000 voices: docs/benchmarks.md.
bench-feedback *counts:
    cargo run --release -p fireside-scale -- {{counts}}

# The relay in many cases at once, and a burst in one: docs/benchmarks.md.
bench-relay *load:
    cargo run --release -p fireside-tests --example relay_load -- {{load}}

# Other SDKs against the simulators; words choose clients (`just sdk aiogram`).
sdk *words:
    tests/sdk/run {{words}}

# Recorded traffic of both adapters against the platforms' specifications in `shared`.
conformance shared="../shared" python="python3":
    cargo run -p fireside-tests --example conformance -- --shared {{shared}} --python {{python}}

fmt:
    cargo fmt --all

lint:
    cargo clippy --workspace --all-targets -- -D warnings

# Fuzzes a target for so many seconds, with a nightly compiler: docs/fuzzing.md.
fuzz target seconds:
    mkdir -p tests/fuzz/corpus/{{target}}
    cargo +nightly fuzz run -s none --fuzz-dir tests/fuzz {{target}} tests/fuzz/corpus/{{target}} tests/fuzz/seeds/{{target}} -- -max_total_time={{seconds}} -max_len=4096

# What decoding an update and saying it elsewhere costs: docs/benchmarks.md.
bench-codec:
    cargo bench -p fireside-tests --bench codec

# Property tests on cases nobody has tried, many more than usual.
explore cases="5000":
    PROPTEST_CASES={{cases}} cargo test --workspace
