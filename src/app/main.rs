//! The binary that the page starts.

fn main() {
    app::start();
}
