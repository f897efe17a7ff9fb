//! How long a supplier's file of 50,000 products takes, read and checked: prints `catalogue.read_50000_rows_ms <number>`.

use std::fmt::Write;
use std::time::Instant;

use catalogue::{Dictionary, read_products};

const ROWS: usize = 50_000;
/// The fastest of a few runs says most about the reader and least about what else the machine does.
const RUNS: usize = 5;

fn main() {
    let bytes = rows(ROWS);
    let dictionary = Dictionary::standard();
    let supplier = "lion-bolts".parse().expect("a supplier code");
    let best = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let (products, diagnostics) =
                read_products("products.csv", &bytes, &supplier, &dictionary, &|_| true);
            let time = start.elapsed();
            assert_eq!((products.len(), diagnostics.len()), (ROWS, 0));
            time
        })
        .min()
        .expect("at least one run");
    let rows_per_second = ROWS as f64 / best.as_secs_f64();
    eprintln!(
        "{:.1} MB, {rows_per_second:.0} rows/s",
        bytes.len() as f64 / 1e6
    );
    println!(
        "catalogue.read_50000_rows_ms {:.1}",
        best.as_secs_f64() * 1000.0
    );
}

/// A file of varied products, all as they should be.
fn rows(count: usize) -> Vec<u8> {
    let mut text = String::from(
        "sku,gtin,category,name_en,name_zh,description_en,description_zh,unit,price_breaks,currency,moq,order_multiple,\
         stock,lead_time_days,origin,hs_code,gross_weight_kg,carton_quantity,carton_size_cm,carton_weight_kg,\
         certificates,sample,attributes,picture,listed_on\n",
    );
    let categories = [
        "hex-bolts",
        "nuts",
        "washers",
        "cables",
        "solvents",
        "protective-gloves",
    ];
    let units = ["C62", "PR", "XBX", "KGM", "MTR", "XBO"];
    let currencies = ["SGD", "CNY", "USD"];
    let origins = ["CN", "SG", "MY", "TW", "VN", "ZA"];
    let samples = ["free", "paid", "no"];
    for at in 0..count {
        let moq = (at % 20 + 1) * 50;
        let price = at % 9_000 + 1_000;
        let length = at % 300 + 5;
        writeln!(
            text,
            "HB-{at},{gtin},{category},\"Hex bolt, M{thread} × {length} mm, zinc plated\",六角螺栓 M{thread} × {length} mm 镀锌,\
             \"Full thread to DIN 933, property class 8.8, electro-galvanized. For steel structures, machinery and repair; packed in \"\"export\"\" cartons.\",\
             全螺纹，符合 DIN 933，强度等级 8.8，电镀锌。适用于钢结构、机械与维修，出口纸箱包装。,\
             {unit},{moq}:0.{price};{second}:0.{cheaper:04},{currency},{moq},50,{stock},{lead},{origin},7318.15,0.0{length:03},500,40x30x{height},{carton},\
             ISO 9001|DEMO-{at}|Straits Assurance (demo)|20{year}-0{month}-15;RoHS|DEMO-R{at}|Lion City Certification (demo)|2027-01-31,\
             {sample},thread=M{thread};length={length};standard=DIN 933;strength_class=8.8;material=Carbon steel|碳钢;finish=Zinc plated|镀锌,\
             hex-bolt,202{listed}-1{tens}-2{ones}",
            gtin = gtin(at),
            category = categories[at % categories.len()],
            thread = at % 20 + 3,
            unit = units[at % units.len()],
            second = moq * 5,
            cheaper = price - 100,
            currency = currencies[at % currencies.len()],
            stock = at * 7 % 90_000,
            lead = at % 60,
            origin = origins[at % origins.len()],
            height = at % 30 + 10,
            carton = length / 2 + 1,
            year = at % 4 + 27,
            month = at % 9 + 1,
            sample = samples[at % samples.len()],
            listed = at % 3 + 4,
            tens = at % 3,
            ones = at % 9,
        )
        .expect("writing to memory does not fail");
    }
    text.into_bytes()
}

/// GTIN-13 of the range for use inside a company.
fn gtin(at: usize) -> String {
    let body = format!("2{at:011}");
    let weighted = body.bytes().rev().zip([3, 1].into_iter().cycle());
    let sum: u32 = weighted
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}
