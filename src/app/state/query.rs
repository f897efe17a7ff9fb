use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::params::ParamsMap;

/// The query of the address. Not the router's `use_query_map`: inside of a route that one is told of a new query only while
/// the path stays, and all addresses of the app are one route.
pub fn use_query() -> Memo<ParamsMap> {
    use_location().query
}
