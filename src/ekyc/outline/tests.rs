use proptest::prelude::*;

use super::*;

/// A light page of these corners on a dark ground.
fn page(width: u32, height: u32, corners: [(f32, f32); 4], inside: u8, outside: u8) -> Gray {
    let within = |x: f32, y: f32| {
        (0..4).all(|n| {
            let (a, b) = (corners[n], corners[(n + 1) % 4]);
            (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0) >= 0.0
        })
    };
    let pixel = |at: u32| {
        let (x, y) = ((at % width) as f32, (at / width) as f32);
        let parts = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)];
        let hits = parts.iter().filter(|(u, v)| within(x + u, y + v)).count() as u32;
        ((u32::from(inside) * hits + u32::from(outside) * (4 - hits)) / 4) as u8
    };
    Gray::new(width, height, (0..width * height).map(pixel).collect()).unwrap()
}

#[test]
fn a_page_is_found_to_a_fraction_of_a_pixel() {
    let corners = [
        (120.5, 92.0),
        (500.0, 101.0),
        (506.0, 371.0),
        (114.0, 360.0),
    ];
    for (inside, outside) in [(210, 90), (60, 200), (180, 168)] {
        let picture = page(640, 480, corners, inside, outside);
        let Sighting::Found(outline) = Finder::default().find(&picture, Expected::Any) else {
            panic!("not found: {inside} on {outside}");
        };
        for (found, (x, y)) in outline.quad.0.iter().zip(corners) {
            assert!(
                (found.x - x).hypot(found.y - y) < 0.6,
                "{found:?} for {x} {y}"
            );
        }
        assert_eq!(outline.lighter, [inside > outside; 4]);
    }
}

#[test]
fn a_page_is_found_that_nearly_touches_a_border() {
    let corners = [(3.5, 60.0), (630.0, 64.0), (636.5, 474.0), (4.0, 476.5)];
    let picture = page(640, 480, corners, 200, 90);
    let Sighting::Found(outline) = Finder::default().find(&picture, Expected::Any) else {
        panic!("not found");
    };
    for (found, (x, y)) in outline.quad.0.iter().zip(corners) {
        assert!(
            (found.x - x).hypot(found.y - y) < 1.5,
            "{found:?} for {x} {y}"
        );
    }
}

#[test]
fn a_booklet_is_folded_where_it_is_darkest() {
    // Two passport pages, one above the other: light fades towards their fold at 240 from 18 pixels on both sides.
    let pixel = |at: u32| {
        let (x, y) = ((at % 640) as f32, (at / 640) as f32);
        if !(150.0..470.0).contains(&x) || !(15.0..465.0).contains(&y) {
            return 80;
        }
        let away = ((y + 0.5 - 240.0).abs() / 18.0).min(1.0);
        (200.0 * (0.7 + 0.3 * away)) as u8
    };
    let picture = Gray::new(640, 480, (0..640 * 480).map(pixel).collect()).unwrap();
    let at = |x: f32, y: f32| Point { x, y };
    let near = Quad([
        at(150.0, 246.0),
        at(470.0, 243.0),
        at(470.0, 465.0),
        at(150.0, 465.0),
    ]);
    let (quad, folds) = fold::settle(&picture, &near);
    assert_eq!(folds, [true, false, false, false]);
    assert!(
        quad.0[..2]
            .iter()
            .all(|corner| (corner.y - 240.0).abs() < 1.0),
        "{quad:?}"
    );
}

#[test]
fn nothing_is_found_where_nothing_is() {
    let blank = Gray::new(640, 480, vec![128; 640 * 480]).unwrap();
    assert_eq!(
        Finder::default().find(&blank, Expected::Any),
        Sighting::Nothing
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_picture_of_any_size_is_looked_at(
        width in prop_oneof![1_u32..40, 200_u32..420, Just(4000)],
        height in prop_oneof![1_u32..40, 200_u32..300],
        seed in any::<u64>(),
        depth in 0_u32..9,
    ) {
        let (width, height) = if seed % 2 == 0 { (width, height) } else { (height, width) };
        let mut state = seed | 1;
        let pixels = (0..width * height).map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            ((state >> 56) >> depth) as u8
        });
        let picture = Gray::new(width, height, pixels.collect()).unwrap();
        let mut finder = Finder::default();
        let first = finder.find(&picture, Expected::Any);
        // What is kept between frames is memory only.
        prop_assert_eq!(first, finder.find(&picture, Expected::Any));
    }
}
