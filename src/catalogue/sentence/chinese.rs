use domain::{
    AttributeKind, ParseCasNumberError, ParseCertificateError, ParseDateError, ParseGtinError,
    ParseHsCodeError, ParsePriceError, ParseSizeError, ParseUenError, ParseValueError,
    ParseWeightError, PriceLadderError,
};

use crate::diagnostic::{Diagnostic, Problem};

pub(super) fn sentence(diagnostic: &Diagnostic) -> String {
    let mut text = diagnostic.file.to_string();
    if let Some(row) = diagnostic.row {
        text.push_str(&format!(" 第 {row} 行"));
    }
    if let Some(column) = &diagnostic.column {
        text.push_str(&format!(" {column} 列"));
    }
    if !diagnostic.value.is_empty() {
        text.push_str(&format!("“{}”", diagnostic.value));
    }
    let problem = problem(&diagnostic.problem);
    let end = if problem.ends_with('？') { "" } else { "。" };
    format!("{text}：{problem}{end}")
}

pub(super) fn problem(problem: &Problem) -> String {
    let text = match problem {
        Problem::FileTooLarge { most_bytes } => {
            return format!("文件超过 {} MB，请拆分成几个文件", most_bytes >> 20);
        }
        Problem::UnpacksTooFar => "工作簿解压后远超商品目录应有的大小，请用 Excel 重新保存",
        Problem::NotATable => "既不是 CSV 也不是 XLSX 文件",
        Problem::OldWorkbook => "这是 Excel 97–2003 格式，请另存为 .xlsx",
        Problem::Utf16 => "文件编码为 UTF-16，请另存为“CSV UTF-8”",
        Problem::BrokenWorkbook => "工作簿已损坏，损坏处之后的行未能读取，请用 Excel 重新保存",
        Problem::NoHeader => "没有表头；首行应为列名",
        Problem::MissingColumn => "缺少此列，所有行均未读取",
        Problem::AbsentColumn => "缺少此选填列，按空白处理",
        Problem::UnknownColumn => "模板中没有此列，已忽略",
        Problem::RepeatedColumn => "此列重复出现，只读取第一列",
        Problem::TooManyRows { most } => return format!("只读取了前 {most} 行，请拆分文件"),
        Problem::TooManyDiagnostics { most } => return format!("问题超过 {most} 个，其余不再列出"),
        Problem::NoSuppliers => "缺少供应商名单文件",
        Problem::FileOfNoSupplier => "suppliers.csv 中没有此代码的供应商，文件未读取",
        Problem::SupplierWithoutFile => "该供应商没有商品文件",
        Problem::RepeatedFile => "同名的 CSV 和 XLSX 文件并存，只读取第一个",
        Problem::BrokenQuotes => "引号没有成对，或引号后面不是逗号",
        Problem::TooManyCells => "单元格比表头的列数多；是否有逗号未加引号？",
        Problem::NotUtf8 => "不是 UTF-8 编码，请将文件另存为“CSV UTF-8”",
        Problem::Blank => "不能为空",
        Problem::LeftBlank => "为空，使用该语言的买家将看不到这项内容",
        Problem::CellTooLong { most } => return format!("超过 {most} 个字符"),
        Problem::NotChinese => "没有中文字符",
        Problem::NotWholeNumber { least, most } => {
            return match most {
                &u32::MAX => format!("应为不小于 {least} 的整数，只写数字"),
                most => format!("应为 {least} 至 {most} 的整数，只写数字"),
            };
        }
        Problem::NotOneOf(names) => return format!("应为以下之一：{}", names.join("、")),
        Problem::Date(error) => date(*error),
        Problem::Country => "应为 ISO 3166-1 两位大写国家或地区代码，例如 SG 或 CN",
        Problem::Certificate(error) => certificate(*error),
        Problem::SupplierCode => "应为 2 至 24 个小写字母、数字或连字符",
        Problem::RepeatedSupplier { row } => return format!("与第 {row} 行的代码重复"),
        Problem::Uen(ParseUenError::Form) => {
            "不是 UEN（新加坡机构识别号）；格式应如 53123456X、202012345X 或 T20LL1234X"
        }
        Problem::Uen(ParseUenError::CheckLetter) => "UEN 末位校验字母不符，请检查是否有笔误",
        Problem::Sku => "应为 1 至 40 个字母、数字、点、连字符或下划线，并以字母或数字开头",
        Problem::RepeatedSku { row } => return format!("与第 {row} 行的货号重复（不分大小写）"),
        Problem::Gtin(ParseGtinError::Form) => "应为 8、12、13 或 14 位数字；开头的 0 是否丢失？",
        Problem::Gtin(ParseGtinError::CheckDigit) => "条码末位校验码不符，请检查是否有笔误",
        Problem::UnknownCategory => "没有这个类目",
        Problem::Unit => {
            "应为联合国 Rec 20 或 21 的计量或包装代码，例如 C62（件）、XBX（盒）、KGM（千克）"
        }
        Problem::PriceLadder(error) => return ladder(*error),
        Problem::MoqNotFirstBreak { first } => return format!("应与第一档价格的数量 {first} 一致"),
        Problem::MoqNotMultiple { multiple } => return format!("应为订货倍数 {multiple} 的整数倍"),
        Problem::HsCode(ParseHsCodeError::Form) => {
            "应为六位数字，例如 731815 或 7318.15；是否丢失了 0？"
        }
        Problem::HsCode(ParseHsCodeError::NoSuchChapter) => {
            "协调制度没有这一章；应为 01 至 97 章，其中没有 77 章"
        }
        Problem::Weight(ParseWeightError::Form) => "应为千克数，例如 0.025，最多六位小数",
        Problem::Weight(ParseWeightError::Zero) => "应大于 0 千克",
        Problem::Weight(ParseWeightError::TooHeavy) => "最多为 100,000 千克",
        Problem::Size(ParseSizeError::Form) => "应为长x宽x高（厘米），例如 40x30x25，最多一位小数",
        Problem::Size(ParseSizeError::Side) => "每边应大于 0 且不超过 2,000 厘米",
        Problem::CartonTooLight { least_kg } => {
            return format!("整箱毛重小于箱内商品重量，仅商品就重 {least_kg} 千克");
        }
        Problem::CertificateEndsBeforeListing => "证书在商品上架之前已到期",
        Problem::AttributeForm => "应为“属性=值”",
        Problem::UnknownAttribute => "属性表中没有这个属性，已略去",
        Problem::RepeatedAttribute => "属性重复",
        Problem::AttributeValue { kind, error } => value(*kind, *error),
        Problem::CasNumber(ParseCasNumberError::Form) => "应为 CAS 号，例如 67-63-0",
        Problem::CasNumber(ParseCasNumberError::CheckDigit) => {
            "CAS 号末位校验码不符，请检查是否有笔误"
        }
        Problem::UnNumber => "应为四位 UN 编号，例如 1219 或 UN 1219",
        Problem::UnknownPicture => "没有这个图形，将显示类目的图形",
        Problem::Slug => "应为小写字母、数字和连字符",
        Problem::RepeatedKey { row } => return format!("与第 {row} 行的键重复"),
        Problem::UnknownDepartment => "没有这个部类",
        Problem::AttributeKind => "应为 number、code 或 text",
    };
    text.to_owned()
}

fn date(error: ParseDateError) -> &'static str {
    match error {
        ParseDateError::Form => "日期格式应为 YYYY-MM-DD",
        ParseDateError::NoSuchDay => "没有这一天",
    }
}

fn certificate(error: ParseCertificateError) -> &'static str {
    match error {
        ParseCertificateError::Form => "格式应为“类型|编号|发证机构|有效期至”",
        ParseCertificateError::Blank => "类型、编号和发证机构不能为空",
        ParseCertificateError::TooLong => "类型、编号和发证机构各不超过 100 个字符",
        ParseCertificateError::Date(error) => date(error),
    }
}

fn ladder(error: PriceLadderError) -> String {
    match error {
        PriceLadderError::Empty => "应为阶梯价格，例如 100:0.42;500:0.36".to_owned(),
        PriceLadderError::TooMany => "价格超过八档".to_owned(),
        PriceLadderError::Form(at) => format!("第 {at} 档价格应先写数量后写单价，例如 100:0.42"),
        PriceLadderError::Quantity(at) => format!("第 {at} 档的数量应为不小于 1 的整数"),
        PriceLadderError::Price(at, ParsePriceError::Form) => {
            format!("第 {at} 档的单价应如 0.4250，最多四位小数")
        }
        PriceLadderError::Price(at, ParsePriceError::TooHigh) => {
            format!("第 {at} 档的单价超过一千万")
        }
        PriceLadderError::NoPrice(at) => format!("第 {at} 档的单价应大于零"),
        PriceLadderError::QuantityNotRising(at) => format!("第 {at} 档的数量应大于上一档"),
        PriceLadderError::PriceRising(at) => format!("第 {at} 档的单价不应高于上一档"),
    }
}

fn value(kind: AttributeKind, error: ParseValueError) -> &'static str {
    match (error, kind) {
        (ParseValueError::TooLong, _) => "属性值不超过 200 个字符",
        (_, AttributeKind::Number) => "应为该属性单位下的纯数字，不写单位",
        (_, AttributeKind::Code) => "应为各语言通用的代码，不含 |",
        (_, AttributeKind::Text) => "应写明两种语言，格式为 English|中文",
    }
}
