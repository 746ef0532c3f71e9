//! The binary `fireside`.

use std::process::ExitCode;

fn main() -> ExitCode {
    fireside_community::main()
}
