//! Writes `docs/capabilities.md` from what the adapters declare.

use std::path::Path;

fn main() -> std::io::Result<()> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/capabilities.md");
    std::fs::write(page, fireside_tests::capability_table())
}
