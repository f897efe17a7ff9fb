use proptest::prelude::*;

use super::*;

fn row(name: u8, version: u32, body: Option<&[u8]>) -> Kept {
    Row {
        id: Id([name; 16]),
        version,
        entry: body.map(<[u8]>::to_vec),
    }
}

/// Twenty entries, some with zeros, some longer than a stuffed run.
fn rows() -> Vec<Kept> {
    (0..20)
        .map(|name| {
            let body: Vec<u8> = (0..usize::from(name) * 31)
                .map(|at| [0, 7, 255][at % 3])
                .collect();
            row(name, u32::from(name) + 1, Some(&body))
        })
        .collect()
}

fn journal(rows: &[Kept]) -> Vec<u8> {
    rows.iter().flat_map(entry).collect()
}

#[test]
fn the_newest_version_counts_wherever_it_stands() {
    let old = row(1, 1, Some(b"old"));
    let new = row(1, 2, Some(b"new"));
    let gone = row(1, 2, None);
    for order in [
        [&old, &new, &gone],
        [&gone, &new, &old],
        [&new, &gone, &old],
    ] {
        let bytes: Vec<u8> = order.into_iter().flat_map(entry).collect();
        let place = read(&bytes);
        assert_eq!(
            place.rows.into_values().collect::<Vec<_>>(),
            std::slice::from_ref(&gone)
        );
    }
}

#[test]
fn any_flipped_bit_costs_one_record_at_most() {
    let rows = rows();
    let bytes = journal(&rows);
    for place in 0..bytes.len() {
        let bit = place % 8;
        let mut damaged = bytes.clone();
        damaged[place] ^= 1 << bit;
        let found = read(&damaged).rows;
        let lost: Vec<_> = rows
            .iter()
            .filter(|row| found.get(&row.id) != Some(row))
            .collect();
        assert!(
            lost.len() <= 1,
            "byte {place}, bit {bit}: {} lost",
            lost.len()
        );
        assert!(
            found.len() + lost.len() == rows.len(),
            "byte {place}: something was made up"
        );
    }
}

#[test]
fn a_torn_tail_costs_the_last_record_only() {
    let rows = rows();
    let bytes = journal(&rows);
    let ends: Vec<usize> = (1..=rows.len())
        .map(|count| journal(&rows[..count]).len())
        .collect();
    for length in 0..bytes.len() {
        // Even the frame's last zero may be missing.
        let whole = ends.iter().filter(|end| **end <= length + 1).count();
        let mut torn = bytes[..length].to_vec();
        assert_eq!(read(&torn).rows.len(), whole, "{length} bytes");
        // Whatever is written after a torn record is read.
        torn.extend(entry(&row(99, 1, Some(b"next"))));
        assert!(
            read(&torn).rows.contains_key(&Id([99; 16])),
            "{length} bytes"
        );
    }
}

#[test]
fn the_places_mend_each_other() {
    let (one, two) = (row(1, 1, Some(b"one")), row(2, 1, Some(b"two")));
    let place = |generation, rows: &[&Kept]| {
        let mut place = Place {
            generation,
            ..Place::default()
        };
        rows.iter().for_each(|row| place.add((*row).clone()));
        place
    };
    let check = |database: &Place, journal: &Place, mark, expected, lacks: [usize; 2]| {
        let plan = reconcile(database, journal, mark);
        assert_eq!(plan.finding, expected);
        assert_eq!(
            [plan.for_database.len(), plan.for_journal.len()],
            lacks,
            "{expected:?}"
        );
        plan
    };
    let (empty, both) = (Place::default(), place(Some(3), &[&one, &two]));
    let first = check(&empty, &empty, None, Finding::New, [0, 0]);
    assert_eq!(first.generation, 1);
    check(&empty, &empty, Some(3), Finding::BothLost, [0, 0]);
    let plan = check(&both, &both, Some(3), Finding::Whole, [0, 0]);
    assert_eq!((plan.generation, plan.rows.len()), (4, 2));
    check(&empty, &both, Some(3), Finding::DatabaseLost, [2, 0]);
    check(&both, &empty, Some(3), Finding::JournalLost, [0, 2]);
    check(
        &place(Some(3), &[&one]),
        &place(Some(3), &[&two]),
        None,
        Finding::Mended,
        [1, 1],
    );
    // What has gone in one has gone.
    let gone = row(1, 2, None);
    let plan = check(
        &place(Some(3), &[&gone, &two]),
        &both,
        None,
        Finding::Mended,
        [0, 1],
    );
    assert_eq!(plan.rows, [gone.clone(), two.clone()]);
    let plan = check(
        &place(Some(3), &[&gone, &two]),
        &place(Some(3), &[&two]),
        None,
        Finding::Whole,
        [0, 0],
    );
    assert_eq!(plan.rows, [gone, two]);
}

#[test]
fn a_tab_that_slept_does_not_overwrite_what_is_newer() {
    let there = row(1, 3, Some(b"there"));
    assert!(accepts(None, &row(1, 1, Some(b"first"))));
    assert!(accepts(Some(&there), &there), "the same once more");
    assert!(accepts(Some(&there), &row(1, 4, Some(b"next"))));
    assert!(accepts(Some(&there), &row(1, 3, None)));
    assert!(!accepts(Some(&there), &row(1, 3, Some(b"other"))));
    assert!(!accepts(Some(&row(1, 3, None)), &row(1, 3, Some(b"other"))));
    assert!(!accepts(Some(&there), &row(1, 2, None)));
}

#[test]
fn a_rewritten_journal_says_the_present_and_nothing_else() {
    let rows = [row(1, 4, Some(b"one")), row(2, 2, None)];
    let place = read(&whole(7, &rows));
    assert_eq!(place.generation, Some(7));
    assert_eq!(place.rows.into_values().collect::<Vec<_>>(), rows[..1]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]
    #[test]
    fn any_bytes_are_read(bytes: Vec<u8>) {
        let place = read(&bytes);
        prop_assert!(place.rows.is_empty(), "nobody makes a checksum by chance");
    }

    #[test]
    fn damaged_frames_are_read(damage: Vec<(u16, u8)>, cut: u16) {
        let mut bytes = journal(&rows());
        for (place, byte) in damage {
            let place = usize::from(place) % bytes.len();
            bytes[place] = byte;
        }
        bytes.truncate(usize::from(cut));
        for (id, found) in read(&bytes).rows {
            prop_assert!(rows().contains(&found), "{:?} is none of them", id);
        }
    }

    #[test]
    fn what_is_written_is_read(version in 1u32.., body: Option<Vec<u8>>, name: [u8; 16]) {
        let row = Row { id: Id(name), version, entry: body };
        let place = read(&entry(&row));
        prop_assert_eq!(place.rows.into_values().collect::<Vec<_>>(), [row]);
        prop_assert_eq!(place.damaged, 0);
    }
}
