//! Documents of companies.

use ekyc::numbers::Kind;

use super::{
    person::{name, number},
    press::{Press, Print},
};
use crate::{Chance, Font, Paper, Sheet};

/// A Chinese business licence, A4 lying, its unified social credit code under the title.
#[must_use]
pub fn licence(font: &Font, chance: &mut Chance) -> Sheet {
    let mut press = Press::new(Paper::A4, (297.0, 210.0), 6.0, chance);
    let han = Font::named("noto-sans-sc");
    let print = |at: (f32, f32), height: f32| Print {
        font: &han,
        at,
        height,
        pitch: None,
        tone: 35.0,
    };
    // Clear of the code, which takes up to 85 mm in the widest font.
    press.print(&print((135.0, 60.0), 14.0), "营业执照");
    press.print(&print((30.0, 45.0), 3.4), "统一社会信用代码");
    let height = chance.between(3.2, 4.4);
    let code = number(Kind::Uscc, chance);
    press.field(
        "number",
        &Print {
            font,
            at: (30.0, 54.0),
            height,
            pitch: None,
            tone: 30.0,
        },
        &code,
    );
    for (row, word) in [
        "名称",
        "类型",
        "法定代表人",
        "经营范围",
        "注册资本",
        "成立日期",
        "住所",
    ]
    .iter()
    .enumerate()
    {
        let y = 90.0 + 13.0 * row as f32;
        press.print(&print((40.0, y), 4.0), word);
        press.print(&print((75.0, y), 4.0), "乌托邦范例贸易有限责任公司");
    }
    press.print(&print((200.0, 190.0), 4.0), "登记机关");
    press.finish(&Font::named("arimo-bold"))
}

/// An extract of the kind that Singapore's register of companies sells, A4 upright.
#[must_use]
pub fn bizfile(font: &Font, chance: &mut Chance) -> Sheet {
    let mut press = Press::new(Paper::A4, (210.0, 297.0), 7.0, chance);
    let sans = Font::named("arimo");
    let print = |at: (f32, f32), height: f32| Print {
        font: &sans,
        at,
        height,
        pitch: None,
        tone: 40.0,
    };
    press.print(
        &print((25.0, 30.0), 4.0),
        "Business Profile (Company) of UTOPIA",
    );
    let code = number(Kind::Uen, chance);
    let height = chance.between(2.3, 3.2);
    press.print(&print((25.0, 60.0), height), "UEN");
    press.field(
        "number",
        &Print {
            font,
            at: (90.0, 60.0),
            height,
            pitch: None,
            tone: 40.0,
        },
        &code,
    );
    let labels = [
        "Name of company",
        "Former name",
        "Incorporation date",
        "Company type",
        "Status",
        "Address",
        "Activity",
    ];
    for (row, label) in labels.iter().enumerate() {
        let y = 68.0 + 9.0 * row as f32;
        press.print(&print((25.0, y), 2.4), label);
        press.print(
            &print((90.0, y), 2.4),
            &format!("{} {} PTE LTD", name(chance), name(chance)),
        );
    }
    press.finish(&Font::named("arimo-bold"))
}
