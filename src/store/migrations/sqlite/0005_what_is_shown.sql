-- A listing's content names its photographs by their hashes.
INSERT INTO shown_photos (company, listing, digest, blob)
SELECT listings.company, listings.id, blobs.digest, blobs.id
FROM listings JOIN blobs ON blobs.company = listings.company
WHERE listings.state = 'published' AND instr(listings.content, lower(hex(blobs.digest))) > 0
ON CONFLICT DO NOTHING;
