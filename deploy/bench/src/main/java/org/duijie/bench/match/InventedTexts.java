package org.duijie.bench.match;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.likeness.TextVector;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.jspecify.annotations.Nullable;

/**
 * Directions as a model would give them for texts about what is offered and wanted: all in one cone, nearer to each other
 * the more of the resource code they share. Two texts with nothing in common have a cosine of 0.43, of one kind 0.51, of one
 * group 0.59, of one resource 0.69, each with the model's scatter.
 */
final class InventedTexts implements Likeness {

    private static final int DIMENSIONS = 512;

    /** At which length a direction is kept, and the largest coordinate. */
    private static final int LENGTH = 150;

    private static final int MOST = 63;

    private static final double CONE = 0.43;
    private static final double[] SHARED = {0.08, 0.08, 0.10};

    private final Map<String, double[]> directions = new HashMap<>();
    private final Map<UUID, TextVector> offers = new HashMap<>();

    void put(OfferFact offer) {
        offers.put(offer.id(), vector(offer.items().getFirst().resourceCode(), offer.id(), offer.version()));
    }

    @Override
    public String model() {
        return "invented";
    }

    @Override
    public @Nullable TextVector of(NeedFact need) {
        return vector(need.items().getFirst().resourceCode(), need.id(), need.version());
    }

    @Override
    public @Nullable TextVector of(OfferFact offer) {
        return offers.get(offer.id());
    }

    private TextVector vector(String code, UUID id, long version) {
        double[] sum = new double[DIMENSIONS];
        add(sum, "", CONE);
        double own = 1 - CONE;
        String[] segments = code.split("\\.", -1);
        String stem = "";
        for (int i = 0; i < segments.length; i++) {
            stem += segments[i] + ".";
            add(sum, stem, SHARED[i]);
            own -= SHARED[i];
        }
        SplittableRandom chance = new SplittableRandom(id.getLeastSignificantBits() ^ version);
        double each = Math.sqrt(own / DIMENSIONS);
        byte[] coordinates = new byte[DIMENSIONS];
        long signs = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            signs = i % Long.SIZE == 0 ? chance.nextLong() : signs >>> 1;
            double coordinate = sum[i] + ((signs & 1) == 0 ? each : -each);
            coordinates[i] = (byte) Math.clamp(Math.round(coordinate * LENGTH), -MOST, MOST);
        }
        return TextVector.ofBytes(coordinates);
    }

    private synchronized void add(double[] sum, String name, double share) {
        double[] direction = directions.computeIfAbsent(name, InventedTexts::direction);
        double length = Math.sqrt(share);
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] += length * direction[i];
        }
    }

    private static double[] direction(String name) {
        SplittableRandom chance = new SplittableRandom(name.hashCode());
        double[] direction = new double[DIMENSIONS];
        double square = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            direction[i] = chance.nextGaussian();
            square += direction[i] * direction[i];
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            direction[i] /= Math.sqrt(square);
        }
        return direction;
    }
}
