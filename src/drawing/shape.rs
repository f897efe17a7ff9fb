//! Every shape there is, by the slug that suppliers' files and categories name it with.

use std::fmt;
use std::str::FromStr;

use crate::pen::Sketch;
use crate::{
    Dimensions, container, electrical, fastener, medical, office, packaging, safety, tool,
};

/// No shape has this slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseShapeError;

impl fmt::Display for ParseShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no shape has this slug")
    }
}

impl std::error::Error for ParseShapeError {}

/// One table: the variant, its slug, and what draws it.
macro_rules! shapes {
    ($($shape:ident $slug:literal $draw:path;)*) => {
        /// A kind of thing that can be drawn.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Shape {
            $(#[doc = $slug] $shape,)*
        }

        impl Shape {
            /// All shapes, family by family.
            pub const ALL: &[Shape] = &[$(Shape::$shape,)*];

            /// The name in files and addresses.
            pub const fn slug(self) -> &'static str {
                match self {
                    $(Shape::$shape => $slug,)*
                }
            }

            pub(crate) fn sketch(self, sketch: &mut Sketch, dimensions: &Dimensions) {
                match self {
                    $(Shape::$shape => $draw(sketch, dimensions),)*
                }
            }
        }

        impl FromStr for Shape {
            type Err = ParseShapeError;

            fn from_str(slug: &str) -> Result<Shape, ParseShapeError> {
                match slug {
                    $($slug => Ok(Shape::$shape),)*
                    _ => Err(ParseShapeError),
                }
            }
        }
    };
}

shapes! {
    HexBolt "hex-bolt" fastener::bolt::hex_bolt;
    HexScrew "hex-screw" fastener::bolt::hex_screw;
    SocketCapScrew "socket-cap-screw" fastener::bolt::cap;
    ButtonHeadScrew "button-head-screw" fastener::bolt::button;
    CountersunkScrew "countersunk-screw" fastener::bolt::countersunk;
    PanHeadScrew "pan-head-screw" fastener::bolt::pan;
    SetScrew "set-screw" fastener::screw::set_screw;
    SelfTappingScrew "self-tapping-screw" fastener::screw::self_tapping;
    SelfDrillingScrew "self-drilling-screw" fastener::screw::self_drilling;
    WoodScrew "wood-screw" fastener::screw::wood;
    CoachScrew "coach-screw" fastener::screw::coach;
    EyeBolt "eye-bolt" fastener::screw::eye_bolt;
    HexNut "hex-nut" fastener::nut::hex;
    LockNut "lock-nut" fastener::nut::lock;
    FlangeNut "flange-nut" fastener::nut::flange;
    WingNut "wing-nut" fastener::nut::wing;
    CapNut "cap-nut" fastener::nut::cap;
    SquareNut "square-nut" fastener::nut::square;
    FlatWasher "flat-washer" fastener::washer::flat;
    SpringWasher "spring-washer" fastener::washer::spring;
    StarWasher "star-washer" fastener::washer::star;
    ThreadedRod "threaded-rod" fastener::rod::threaded_rod;
    Stud "stud" fastener::rod::stud;
    ExpansionAnchor "expansion-anchor" fastener::anchor::expansion;
    DropInAnchor "drop-in-anchor" fastener::anchor::drop_in;
    WallPlug "wall-plug" fastener::anchor::wall_plug;
    BlindRivet "blind-rivet" fastener::anchor::blind_rivet;
    BallBearing "ball-bearing" fastener::bearing::ball;
    RollerBearing "roller-bearing" fastener::bearing::roller;
    TaperedBearing "tapered-bearing" fastener::bearing::tapered;
    PillowBlock "pillow-block" fastener::bearing::pillow_block;
    DowelPin "dowel-pin" fastener::pin::dowel;
    SplitPin "split-pin" fastener::pin::split;
    SpringPin "spring-pin" fastener::pin::spring;
    ExternalRing "external-ring" fastener::washer::external_ring;
    InternalRing "internal-ring" fastener::washer::internal_ring;
    Shackle "shackle" fastener::rigging::shackle;
    Chain "chain" fastener::rigging::chain;
    Turnbuckle "turnbuckle" fastener::rigging::turnbuckle;
    Hook "hook" fastener::rigging::hook;
    CompressionSpring "compression-spring" fastener::spring::compression;
    ORing "o-ring" fastener::washer::o_ring;
    Hinge "hinge" fastener::hardware::hinge;
    Handle "handle" fastener::hardware::handle;
    Padlock "padlock" fastener::hardware::padlock;

    CombinationSpanner "combination-spanner" tool::spanner::combination;
    AdjustableSpanner "adjustable-spanner" tool::spanner::adjustable;
    Socket "socket" tool::spanner::socket;
    Ratchet "ratchet" tool::spanner::ratchet;
    HexKey "hex-key" tool::spanner::hex_key;
    Screwdriver "screwdriver" tool::driver::screwdriver;
    ScrewdriverBit "screwdriver-bit" tool::driver::bit;
    Pliers "pliers" tool::plier::pliers;
    Cutter "cutter" tool::plier::cutter;
    Hammer "hammer" tool::strike::hammer;
    Mallet "mallet" tool::strike::mallet;
    Chisel "chisel" tool::strike::chisel;
    Caliper "caliper" tool::measure::caliper;
    Micrometer "micrometer" tool::measure::micrometer;
    TapeMeasure "tape-measure" tool::measure::tape_measure;
    SpiritLevel "spirit-level" tool::measure::spirit_level;
    SteelRule "steel-rule" tool::measure::steel_rule;
    DrillBit "drill-bit" tool::drill::bit;
    HoleSaw "hole-saw" tool::drill::hole_saw;
    SawBlade "saw-blade" tool::blade::saw;
    HacksawBlade "hacksaw-blade" tool::blade::hacksaw;
    CuttingDisc "cutting-disc" tool::abrasive::cutting_disc;
    FlapDisc "flap-disc" tool::abrasive::flap_disc;
    Sandpaper "sandpaper" tool::abrasive::sandpaper;
    PowerDrill "power-drill" tool::power::drill;
    AngleGrinder "angle-grinder" tool::power::angle_grinder;
    ToolBox "tool-box" tool::storage::tool_box;
    ToolBag "tool-bag" tool::storage::tool_bag;

    Cable "cable" electrical::cable::cable;
    CableGland "cable-gland" electrical::cable::gland;
    RingTerminal "ring-terminal" electrical::terminal::ring;
    SpadeTerminal "spade-terminal" electrical::terminal::spade;
    Ferrule "ferrule" electrical::terminal::ferrule;
    TerminalBlock "terminal-block" electrical::terminal::block;
    CircuitBreaker "circuit-breaker" electrical::switchgear::circuit_breaker;
    Contactor "contactor" electrical::switchgear::contactor;
    Relay "relay" electrical::switchgear::relay;
    SocketOutlet "socket-outlet" electrical::device::socket_outlet;
    WallSwitch "wall-switch" electrical::device::wall_switch;
    LedTube "led-tube" electrical::lighting::led_tube;
    LedPanel "led-panel" electrical::lighting::led_panel;
    LedBulb "led-bulb" electrical::lighting::led_bulb;
    Floodlight "floodlight" electrical::lighting::floodlight;
    Enclosure "enclosure" electrical::device::enclosure;
    Conduit "conduit" electrical::route::conduit;
    Trunking "trunking" electrical::route::trunking;
    CableTie "cable-tie" electrical::route::cable_tie;
    Battery "battery" electrical::battery::battery;
    BatteryButton "battery-button" electrical::battery::button;
    Plug "plug" electrical::device::plug;

    Glove "glove" safety::limb::glove;
    SafetyBoot "safety-boot" safety::limb::safety_boot;
    SafetyHelmet "safety-helmet" safety::head::helmet;
    SafetyGoggles "safety-goggles" safety::head::goggles;
    SafetyGlasses "safety-glasses" safety::head::glasses;
    FaceShield "face-shield" safety::head::face_shield;
    Earmuff "earmuff" safety::head::earmuff;
    Earplug "earplug" safety::head::earplug;
    CupRespirator "cup-respirator" safety::breath::cup;
    FlatMask "flat-mask" safety::breath::flat;
    HalfMask "half-mask" safety::breath::half;
    HiVisVest "hi-vis-vest" safety::clothing::vest;
    Coverall "coverall" safety::clothing::coverall;
    Harness "harness" safety::fall::harness;
    Lanyard "lanyard" safety::fall::lanyard;
    FireExtinguisher "fire-extinguisher" safety::fire::extinguisher;
    FireBlanket "fire-blanket" safety::fire::blanket;
    FirstAidKit "first-aid-kit" safety::fire::first_aid;
    WarningSign "warning-sign" safety::sign::warning;
    LockoutPadlock "lockout-padlock" safety::sign::lockout_padlock;
    LockoutHasp "lockout-hasp" safety::sign::hasp;
    TrafficCone "traffic-cone" safety::sign::cone;

    Syringe "syringe" medical::injection::syringe;
    Needle "needle" medical::injection::needle;
    BandageRoll "bandage-roll" medical::wound::bandage_roll;
    Plaster "plaster" medical::wound::plaster;
    Thermometer "thermometer" medical::instrument::thermometer;
    BloodPressureMonitor "blood-pressure-monitor" medical::instrument::blood_pressure;
    Stethoscope "stethoscope" medical::instrument::stethoscope;
    PulseOximeter "pulse-oximeter" medical::instrument::oximeter;
    Pouch "pouch" medical::care::pouch;
    Beaker "beaker" medical::glass::beaker;
    ErlenmeyerFlask "erlenmeyer-flask" medical::glass::erlenmeyer;
    VolumetricFlask "volumetric-flask" medical::glass::volumetric;
    MeasuringCylinder "measuring-cylinder" medical::glass::cylinder;
    TestTube "test-tube" medical::glass::test_tube;
    CentrifugeTube "centrifuge-tube" medical::laboratory::centrifuge_tube;
    PipetteTip "pipette-tip" medical::laboratory::pipette_tip;
    Pipette "pipette" medical::laboratory::pipette;
    PetriDish "petri-dish" medical::laboratory::petri_dish;
    Balance "balance" medical::laboratory::balance;
    Microscope "microscope" medical::laboratory::microscope;
    Gown "gown" medical::wear::gown;
    CapBouffant "cap-bouffant" medical::wear::cap;

    Bottle "bottle" container::bottle::bottle;
    SprayBottle "spray-bottle" container::bottle::spray;
    DropperBottle "dropper-bottle" container::bottle::dropper;
    Jerrycan "jerrycan" container::bottle::jerrycan;
    Drum "drum" container::can::drum;
    Pail "pail" container::can::pail;
    Tin "tin" container::can::tin;
    Can "can" container::can::can;
    Jar "jar" container::bottle::jar;
    Aerosol "aerosol" container::can::aerosol;
    Cartridge "cartridge" container::tube::cartridge;
    SqueezeTube "squeeze-tube" container::tube::squeeze;
    Sack "sack" container::bag::sack;
    Bag "bag" container::bag::bag;
    PouchStandup "pouch-standup" container::bag::standup;
    Sachet "sachet" container::bag::sachet;
    FoodPacket "food-packet" container::bag::food_packet;
    SauceBottle "sauce-bottle" container::bottle::sauce;
    Ibc "ibc" container::bulk::ibc;
    Crate "crate" container::bulk::crate_;

    Carton "carton" packaging::carton::carton;
    MailerBox "mailer-box" packaging::carton::mailer;
    TapeRoll "tape-roll" packaging::roll::tape;
    FilmRoll "film-roll" packaging::roll::film;
    BubbleRoll "bubble-roll" packaging::roll::bubble;
    LabelRoll "label-roll" packaging::roll::label;
    StrappingRoll "strapping-roll" packaging::roll::strapping;
    Pallet "pallet" packaging::load::pallet;
    EdgeProtector "edge-protector" packaging::load::edge_protector;
    Envelope "envelope" packaging::mail::envelope;
    MailerBag "mailer-bag" packaging::mail::mailer_bag;
    PaperReam "paper-ream" office::paper::ream;
    Notebook "notebook" office::paper::notebook;
    Pen "pen" office::writing::pen;
    Marker "marker" office::writing::marker;
    Pencil "pencil" office::writing::pencil;
    Eraser "eraser" office::writing::eraser;
    Folder "folder" office::file::folder;
    Binder "binder" office::file::binder;
    Stapler "stapler" office::desk_tool::stapler;
    Punch "punch" office::desk_tool::punch;
    Scissors "scissors" office::desk_tool::scissors;
    Calculator "calculator" office::desk_tool::calculator;
    DeskTray "desk-tray" office::desk_tool::desk_tray;
    Whiteboard "whiteboard" office::board::whiteboard;
    Flipchart "flipchart" office::board::flipchart;
    Desk "desk" office::furniture::desk;
    OfficeChair "office-chair" office::furniture::chair;
    Cabinet "cabinet" office::furniture::cabinet;
    LabelSheet "label-sheet" office::paper::label_sheet;
    StickyNotes "sticky-notes" office::paper::sticky_notes;
    Clip "clip" office::desk_tool::clip;
    RubberBand "rubber-band" office::desk_tool::rubber_band;
}
