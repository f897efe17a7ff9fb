use super::super::words::{Product, Quantity};
use super::counted;

pub const PRODUCT: Product = Product {
    sku: "Part number",
    gtin: "GTIN",
    zoom: "Enlarge the drawing",
    picture_of: |name| format!("Drawing of {name}"),
    details: "Description",
    attributes: "Specifications",
    price_ladder: "Price breaks",
    from_quantity: "From",
    unit_price: "Unit price",
    saving: "Saving",
    chart: |first, last| {
        format!("The unit price falls from {first} to {last} as the quantity rises.")
    },
    in_stock: |stock| format!("{stock} in stock"),
    made_to_order: "Made to order",
    lead_time: |count, shown| {
        format!(
            "Leaves Singapore in {}",
            counted(count, shown, "day", "days")
        )
    },
    origin: "Origin",
    hs_code: "HS code",
    gross_weight: "Gross weight",
    carton: "Export carton",
    carton_holds: |holds, size, weight| format!("{holds} per carton, {size} cm, {weight} gross"),
    packing: "Packing and customs",
    sample: "Sample",
    sample_free: "Free sample",
    sample_paid: "Paid sample",
    sample_none: "No sample",
    certificates: "Certificates",
    no_certificates: "The supplier lists no certificate for this product.",
    valid_until: |date| format!("Valid until {date}"),
    expired_on: |date| format!("Expired on {date}"),
    number: "No.",
    similar: "Similar products",
    add_favourite: "Save",
    remove_favourite: "Saved",
    add_compare: "Compare",
    remove_compare: "In comparison",
    compare_full: "Four products are in the comparison already. Remove one first.",
    share: "Share",
    copied: "Link copied",
    copy_refused: "This browser does not let pages copy. The address is in the address bar.",
    print: "Print",
    listed_on: |date| format!("Listed on {date}"),
};

pub const QUANTITY: Quantity = Quantity {
    label: "Quantity",
    less: "Less",
    more: "More",
    rule: |moq, multiple| format!("From {moq}, in multiples of {multiple}"),
    rule_moq_only: |moq| format!("From {moq}"),
    too_few: |moq| format!("The smallest order is {moq}."),
    not_a_multiple: |multiple| format!("Sold in multiples of {multiple}."),
    not_a_number: "Please enter a whole number.",
    take: |quantity| format!("Take {quantity}"),
    unit_price: "Unit price",
    total: "Total",
    about: |amount| format!("about {amount}"),
    rate: |rate, date| {
        format!("Demonstration rate of {date}: {rate}. Goods only, before freight, duty and tax.")
    },
    next_break: |more, price| format!("{more} more bring the unit price to {price}."),
    more_than_stock: |stock| {
        format!("More than the {stock} in stock; the rest follows with the lead time.")
    },
};
