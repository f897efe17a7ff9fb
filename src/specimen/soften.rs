//! Blur and smear of small pictures, in place.

/// A Gaussian of this deviation in pixels, edges repeated.
pub fn blur(pixels: &mut [f32], width: usize, sigma: f32) {
    if sigma < 0.15 {
        return;
    }
    let reach = (2.5 * sigma).ceil() as isize;
    let weights: Vec<f32> = (-reach..=reach)
        .map(|n| (-(n * n) as f32 / (2.0 * sigma * sigma)).exp())
        .collect();
    along(pixels, width, &weights, true);
    along(pixels, width, &weights, false);
}

/// A straight smear of this length in pixels.
pub fn smear(pixels: &mut [f32], width: usize, length: f32, across: bool) {
    let taps = (length.round() as usize) | 1;
    along(pixels, width, &vec![1.0; taps], across);
}

fn along(pixels: &mut [f32], width: usize, weights: &[f32], across: bool) {
    let total: f32 = weights.iter().sum();
    let reach = weights.len() / 2;
    let (count, step, lines, next) = if across {
        (width, 1, pixels.len() / width, width)
    } else {
        (pixels.len() / width, width, width, 1)
    };
    let mut padded = vec![0.0; count + 2 * reach];
    for line in 0..lines {
        for (n, value) in padded.iter_mut().enumerate() {
            let at = n.saturating_sub(reach).min(count - 1);
            *value = pixels[line * next + at * step];
        }
        for n in 0..count {
            let near = &padded[n..n + weights.len()];
            let sum: f32 = near
                .iter()
                .zip(weights)
                .map(|(value, weight)| value * weight)
                .sum();
            pixels[line * next + n * step] = sum / total;
        }
    }
}
