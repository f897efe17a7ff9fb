//! A page on a desk, photographed, and the truth about the picture.

use ekyc::Gray;

use crate::{
    Camera, Chance, Flaw, Level, Pose, Sheet, Truth, Wish,
    canvas::{Canvas, noise},
    draft,
    flat::{inside, margin_tone, shrunk},
    lens::Film,
    trouble::{Finger, Glare},
};

/// A picture and its truth.
#[derive(Clone, Debug)]
pub struct Scene {
    pub picture: Gray,
    pub truth: Truth,
}

impl Scene {
    /// Photographs a drafted page.
    #[must_use]
    pub fn take(seed: u64, wish: &Wish) -> Self {
        let mut chance = Chance::new(seed);
        let sheet = wish.paper.map(|paper| draft(paper, &mut chance));
        let set = Set::new(&mut chance, wish, sheet);
        let pose = set.pose(&mut chance, wish);
        set.photograph(&mut chance, wish, &pose)
    }

    /// Photographs this page, which must be of the wished paper.
    #[must_use]
    pub fn of(sheet: Sheet, seed: u64, wish: &Wish) -> Self {
        let mut chance = Chance::new(seed);
        let set = Set::new(&mut chance, wish, Some(sheet));
        let pose = set.pose(&mut chance, wish);
        set.photograph(&mut chance, wish, &pose)
    }
}

/// What stays while a camera moves: page, desk, light.
pub(crate) struct Set {
    sheet: Option<Sheet>,
    page: (f32, f32),
    margin: f32,
    seed: u64,
    light: (f32, f32),
    shadow: Option<(f32, f32, f32, f32)>,
    contact: (f32, f32, f32, f32),
    exposure: f32,
}

impl Set {
    pub(crate) fn new(chance: &mut Chance, wish: &Wish, sheet: Option<Sheet>) -> Self {
        let page = sheet
            .as_ref()
            .map_or((125.0, 88.0), |sheet| (sheet.width_mm, sheet.height_mm));
        let margin = sheet.as_ref().map_or(200.0, margin_tone);
        let usual = wish.level != Level::Easy && wish.flaw.is_none();
        let gradient = if usual {
            chance.between(0.0, 0.35)
        } else {
            chance.between(0.0, 0.12)
        };
        let light = (gradient, chance.between(0.0, std::f32::consts::TAU));
        let shadow = (usual && chance.happens(0.3)).then(|| {
            let depth = chance.between(0.55, 0.9);
            let soft = chance.between(8.0, 60.0);
            (
                depth,
                soft,
                chance.between(0.0, std::f32::consts::TAU),
                chance.between(-0.3, 0.3),
            )
        });
        let depth = if chance.happens(0.7) {
            chance.between(0.03, 0.35)
        } else {
            0.0
        };
        let contact = (
            depth,
            chance.between(0.4, 3.0),
            chance.between(-0.8, 0.8),
            chance.between(-0.3, 0.9),
        );
        let exposure = match (wish.flaw, wish.level) {
            (Some(Flaw::Dark), _) => chance.between(22.0, 62.0) / margin,
            (Some(Flaw::Bright), _) => chance.between(330.0, 480.0) / margin,
            (Some(_), _) | (None, Level::Easy) => chance.between(0.85, 1.05),
            (None, Level::Usual) => chance.between(0.55, 1.12),
            (None, Level::Hard) => chance.between(0.4, 1.2),
        };
        let seed = chance.below(usize::MAX) as u64;
        Self {
            sheet,
            page,
            margin,
            seed,
            light,
            shadow,
            contact,
            exposure,
        }
    }

    pub(crate) fn pose(&self, chance: &mut Chance, wish: &Wish) -> Pose {
        let (tilt, roll): (f32, f32) = match wish.level {
            Level::Easy => (10.0, 5.0),
            Level::Usual => (26.0, 14.0),
            Level::Hard => (38.0, 25.0),
        };
        let (tilt, fill) = match (wish.flaw, wish.level) {
            (None, Level::Hard) => (tilt, (0.35, 0.97)),
            (None, _) => (tilt, (0.45, 0.96)),
            (Some(_), _) => (tilt.min(18.0), (0.82, 0.96)),
        };
        let mut pose = Pose::any(chance, tilt, roll, fill);
        match wish.flaw {
            Some(Flaw::Far) => pose.fill = chance.between(0.22, 0.38),
            Some(Flaw::Tilt) => pose.tilt = chance.between(30.0, 46.0),
            Some(Flaw::Cut) => {
                // Pushed out over one or two borders of the picture.
                pose.fill = chance.between(0.7, 1.25);
                let push = chance.between(0.12, 0.4);
                let out = |chance: &mut Chance| if chance.happens(0.5) { push } else { -push };
                let both = chance.happens(0.35);
                let x = if both || chance.happens(0.5) {
                    out(chance)
                } else {
                    0.0
                };
                let y = if both || x == 0.0 { out(chance) } else { 0.0 };
                pose.shift = (10.0 + x, 10.0 + y);
            }
            _ => (),
        }
        pose
    }

    fn camera(&self, wish: &Wish, pose: &Pose) -> Camera {
        if pose.shift.0 < 5.0 {
            return Camera::new(pose, self.page, wish.size);
        }
        // A cut page: stand as for the middle, then move by a share of the page itself.
        let centered = Pose {
            shift: (0.0, 0.0),
            ..*pose
        };
        let (x, y) = (pose.shift.0 - 10.0, pose.shift.1 - 10.0);
        let (width, height) = (wish.size.0 as f32, wish.size.1 as f32);
        let camera = Camera::new(&centered, self.page, wish.size);
        let corners = camera.corners(self.page);
        let reach = |of: fn(&(f32, f32)) -> f32| {
            let most = corners.iter().map(of).fold(f32::MIN, f32::max);
            most - corners.iter().map(of).fold(f32::MAX, f32::min)
        };
        let (page_w, page_h) = (reach(|c| c.0), reach(|c| c.1));
        let beyond = |push: f32, room: f32, taken: f32| {
            push.signum()
                * if push == 0.0 {
                    0.0
                } else {
                    (room - taken) / 2.0 + push.abs() * taken
                }
        };
        camera.moved(beyond(x, width, page_w), beyond(y, height, page_h))
    }

    pub(crate) fn photograph(&self, chance: &mut Chance, wish: &Wish, pose: &Pose) -> Scene {
        let camera = self.camera(wish, pose);
        let (width, height) = (wish.size.0 as usize, wish.size.1 as usize);
        let middle = (self.page.0 / 2.0, self.page.1 / 2.0);
        let scale = camera.scale_at(middle.0, middle.1);
        let desk = self.desk(wish, &camera, scale);
        let flat = self.sheet.as_ref().map(|sheet| shrunk(sheet, scale * 1.4));
        let corner = self.sheet.as_ref().map_or(0.0, Sheet::corner_mm);
        let finger = Finger::new(chance, wish.flaw, self.sheet.as_ref());
        let mut film = Film {
            width,
            height,
            pixels: Vec::with_capacity(width * height),
        };
        for row in 0..height {
            for column in 0..width {
                let mut sum = 0.0;
                for part in 0..4 {
                    let x = column as f32 + 0.25 + 0.5 * (part % 2) as f32;
                    let y = row as f32 + 0.25 + 0.5 * (part / 2) as f32;
                    let (u, v) = camera.hits(x, y);
                    let page = flat
                        .as_ref()
                        .filter(|_| inside(u, v, self.page, corner) < 0.0);
                    let mut tone = match page {
                        Some(page) => page.at(u, v),
                        None => desk.at(u, v) * self.contact_shadow(u, v, corner, flat.is_some()),
                    };
                    if wish.open && (0.0..self.page.0).contains(&u) {
                        tone *= 1.0 - 0.3 * (1.0 - v.abs() / 5.0).max(0.0);
                    }
                    if let Some(finger) = &finger {
                        tone = finger.over(u, v, tone);
                    }
                    sum += tone;
                }
                film.pixels.push(sum / 4.0);
            }
        }
        self.light(&mut film);
        let truth = self.spoil(chance, wish, &camera, &mut film, finger.as_ref());
        let bytes = film.develop();
        let picture = Gray::new(wish.size.0, wish.size.1, bytes).expect("the film is of this size");
        Scene { picture, truth }
    }

    /// The desk as far as the picture shows it, drawn about as fine as the camera sees it.
    fn desk(&self, wish: &Wish, camera: &Camera, scale: f32) -> Canvas {
        let (width, height) = (wish.size.0 as f32, wish.size.1 as f32);
        let seen = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
            .map(|(x, y)| camera.hits(x, y));
        let least = |of: fn(&(f32, f32)) -> f32| seen.iter().map(of).fold(f32::MAX, f32::min);
        let most = |of: fn(&(f32, f32)) -> f32| seen.iter().map(of).fold(f32::MIN, f32::max);
        let (left, top) = (least(|p| p.0).max(-2000.0), least(|p| p.1).max(-2000.0));
        let size = (
            most(|p| p.0).min(2000.0) - left,
            most(|p| p.1).min(2000.0) - top,
        );
        let scale = scale.min((1_000_000.0 / (size.0 * size.1)).sqrt());
        let mut canvas = Canvas::new((left, top), size, scale, 128.0);
        // The desk is the same in all frames of a clip.
        let mut chance = Chance::new(self.seed);
        wish.desk.draw(&mut canvas, &mut chance, self.margin);
        if wish.open {
            let (w, h) = self.page;
            let tone = self.margin;
            canvas.fill(0.0, -h, w, h, tone);
            for row in 0..6 {
                let place = (w * 0.12, -h + 14.0 + row as f32 * 10.0);
                let letters = crate::canvas::Letters {
                    count: 20,
                    pitch: 2.4,
                    height: 3.0,
                    tone: tone * 0.55,
                    words: true,
                };
                canvas.print(&mut chance, place, 0.0, letters);
            }
        }
        canvas
    }

    fn contact_shadow(&self, u: f32, v: f32, corner: f32, page: bool) -> f32 {
        let (depth, soft, x, y) = self.contact;
        if depth == 0.0 || !page {
            return 1.0;
        }
        let distance = inside(u - x, v - y, self.page, corner).max(0.0);
        1.0 - depth * (-distance / soft).exp()
    }

    fn light(&self, film: &mut Film) {
        let (width, height) = (film.width as f32, film.height as f32);
        let (slope, turn) = self.light;
        let (sin, cos) = turn.sin_cos();
        let exposure = self.exposure;
        let shadow = self.shadow;
        film.shade(|x, y, tone| {
            let (u, v) = (x / width - 0.5, y / height - 0.5);
            let mut light = exposure * (1.0 + slope * (u * cos + v * sin));
            if let Some((depth, soft, turn, offset)) = shadow {
                let distance = (u * turn.cos() + v * turn.sin() - offset) * width / soft;
                light *= depth + (1.0 - depth) * (0.5 + 0.5 * distance.clamp(-1.0, 1.0));
            }
            tone * light
        });
    }

    fn spoil(
        &self,
        chance: &mut Chance,
        wish: &Wish,
        camera: &Camera,
        film: &mut Film,
        finger: Option<&Finger>,
    ) -> Truth {
        let middle = (self.page.0 / 2.0, self.page.1 / 2.0);
        let scale = camera.scale_at(middle.0, middle.1);
        let pitch = 2.54 * scale;
        let usual = wish.flaw.is_none();
        let most = match wish.level {
            Level::Easy => 0.5,
            Level::Usual => 1.4,
            Level::Hard => 2.2,
        };
        // The grid of pixels and the four points in each are a blur of their own.
        let own = 0.33_f32;
        let room = ((0.085 * pitch).powi(2) - own * own).max(0.0).sqrt();
        let defocus = match wish.flaw {
            Some(Flaw::Blur) => {
                let all = pitch * chance.between(0.13, 0.3);
                (all * all - own * own).max(0.0).sqrt()
            }
            Some(_) => chance.between(0.0, room.min(1.2)),
            None => chance.between(0.0, most),
        };
        let smear = match wish.flaw {
            Some(Flaw::Motion) => pitch * chance.between(0.55, 1.4),
            None if wish.level != Level::Easy && chance.happens(0.25) => {
                chance.between(1.0, 3.0 * most)
            }
            _ => 0.0,
        };
        let noise_level = match wish.level {
            _ if !usual => chance.between(0.8, 4.5),
            Level::Easy => chance.between(0.5, 2.0),
            Level::Usual => chance.between(1.0, 9.0),
            Level::Hard => chance.between(3.0, 14.0),
        };
        let highlight = match wish.flaw {
            Some(Flaw::Glare) => true,
            None => wish.level != Level::Easy && chance.happens(0.25),
            _ => false,
        };
        let glare =
            highlight.then(|| Glare::new(chance, wish.flaw, self.sheet.as_ref(), self.page));
        if let Some(glare) = &glare {
            film.shade(|x, y, tone| {
                let (u, v) = camera.hits(x, y);
                tone + glare.at(u, v)
            });
        }
        film.defocus(defocus);
        if smear > 0.0 {
            film.motion(smear, chance.between(0.0, std::f32::consts::PI));
        }
        for pixel in &mut film.pixels {
            *pixel = pixel.min(262.0);
        }
        film.noise(noise_level, chance);
        let quality = if wish.level == Level::Hard {
            40.0
        } else {
            70.0
        };
        film.jpeg(chance.between(quality, 95.0));
        let corners = self.sheet.as_ref().map(|_| camera.corners(self.page));
        let out = |(x, y): &(f32, f32)| {
            *x < 0.0 || *y < 0.0 || *x > film.width as f32 || *y > film.height as f32
        };
        Truth {
            corners,
            paper: wish.paper,
            desk: wish.desk,
            flaw: wish.flaw,
            cut: corners.is_some_and(|corners| corners.iter().any(out)),
            tilt: camera.tilt,
            pixels_per_mm: scale,
            blur: (own * own + defocus * defocus + smear * smear / 12.0).sqrt(),
            smear,
            glare: self.worst(|u, v| {
                glare
                    .as_ref()
                    .is_some_and(|g| g.at(u, v) + self.margin * self.exposure > 256.0)
            }),
            covered: self.worst(|u, v| finger.is_some_and(|finger| finger.hides(u, v))),
            paper_tone: self.margin * self.exposure,
        }
    }

    /// The largest share of any field of which this is so.
    fn worst(&self, is: impl Fn(f32, f32) -> bool) -> f32 {
        let Some(sheet) = &self.sheet else { return 0.0 };
        let share = |area: &crate::Area| {
            let hit = (0..400).filter(|n| {
                let (u, v) = ((n % 40) as f32 / 40.0, (n / 40) as f32 / 10.0);
                is(
                    area.left + (u + 0.0125) * area.width,
                    area.top + (v + 0.05) * area.height,
                )
            });
            hit.count() as f32 / 400.0
        };
        sheet
            .fields
            .iter()
            .map(|field| share(&field.area))
            .fold(0.0, f32::max)
    }
}

/// Smooth change for hands: used by clips.
pub(crate) fn drift(seed: u32, time: f32, channel: f32) -> f32 {
    noise(seed, time, channel * 17.3)
}
