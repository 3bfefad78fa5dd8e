package org.duijie.matching.subscription;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.duijie.matching.filter.Screen;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;

/**
 * The index over wishes: the open offers of organizations that have any, in lists by what both the offer and its
 * organization's wishes cut on – resource, division and, in wide divisions, field. A need is told the offers of a few
 * lists; whether one of them matches, and which wishes want it, is then asked of the rules and of the wishes themselves.
 * So a need costs as much as there are offers that serve it and are wished for, however many wishes there are.
 *
 * <p>Follows the facts and is told of changed wishes; used in the replica's turn only.
 */
final class WishedOffers implements Facts.Follower {

    private static final int FIRST_SIZE = 16;

    /** Who reaches as many fields as this stands in the list of all fields: its word leaves out what it does not reach. */
    private static final int MANY_FIELDS = 4;

    private static final int ANY_FIELD = 31;
    private static final int NO_FIELD = 30;
    private static final int AREA_BITS = 20;
    private static final int FIELD_BITS = 5;

    /** What an entry of the map of lists takes beside the list. */
    private static final int MAPPED = 72;

    /** What the columns take for one offer, an address being as long as a number. */
    private static final int COLUMNS = 4 * Integer.BYTES;

    /** Takes an offer with the number of its organization, as {@link Wishes} has it. */
    @FunctionalInterface
    interface Taker {
        void take(OfferFact offer, int organization);
    }

    private record Resource(String code, String unit) {}

    private final Facts facts;
    private final Function<String, Reach> wishes;
    private final Map<Resource, Integer> resources = new HashMap<>();
    private final Map<Long, WishedList> lists = new HashMap<>();
    private final PairKeys ids = new PairKeys();

    /** By number of the offer. */
    private OfferFact[] offers = new OfferFact[FIRST_SIZE];

    private int[] organizations = new int[FIRST_SIZE];

    /** The lists that it stands in. */
    private long[][] keys = new long[FIRST_SIZE][];

    /** The last question that it was told. */
    private int[] told = new int[FIRST_SIZE];

    private int question;
    private long listBytes;
    private long keyBytes;
    private volatile Size size = new Size(0, 0);

    /**
     * How much is in it.
     *
     * @param bytes what it takes in memory besides facts and wishes, reckoned from its parts
     */
    record Size(int offers, long bytes) {}

    /** @param wishes what an organization's wishes reach, by credit code; {@link Reach#NONE} where it has none */
    WishedOffers(Facts facts, Function<String, Reach> wishes) {
        this.facts = facts;
        this.wishes = wishes;
    }

    /** Takes in what these organizations offer. */
    void fill(Collection<String> organizations) {
        organizations.forEach(this::list);
        reckon();
    }

    /** The wishes of an organization are others than before. */
    void wishesChanged(String creditCode) {
        list(creditCode);
        reckon();
    }

    private void list(String creditCode) {
        Reach reach = wishes.apply(creditCode);
        facts.offersOf(creditCode).forEach(offer -> list(offer, reach));
    }

    @Override
    public void put(Fact fact) {
        if (fact instanceof OfferFact offer) {
            list(offer, wishes.apply(offer.creditCode()));
            reckon();
        }
    }

    @Override
    public void forget(Fact fact) {
        if (fact instanceof OfferFact offer) {
            unlist(offer.id());
            reckon();
        }
    }

    /** Wishes come after facts. */
    @Override
    public void filled() {
        fill(facts.offers().stream().map(OfferFact::creditCode).distinct().toList());
    }

    Size size() {
        return size;
    }

    private void reckon() {
        long columns = (long) offers.length * COLUMNS;
        size = new Size(ids.size(), ids.bytes() + columns + keyBytes + listBytes + (long) MAPPED * lists.size());
    }

    /** Can it be asked about such a need? */
    static boolean admits(NeedFact need) {
        return Area.of(need.divisionCode()) != Area.MALFORMED;
    }

    /** Tells, each once, all offers that could match the need and that a wish could want to be told of. */
    void forEach(NeedFact need, Taker taker) {
        question++;
        int asked = Screen.asked(need);
        int field = Integer.numberOfTrailingZeros(asked & Screen.fields());
        WishedList.Question words = WishedList.Question.of(asked, need);
        int[] areas = Area.covering(Area.of(need.divisionCode()));
        for (ItemFact item : need.items()) {
            String code = item.resourceCode();
            for (int end = code.indexOf('.'); end >= 0; end = code.indexOf('.', end + 1)) {
                read(new Resource(code.substring(0, end), item.unit()), areas, field, words, taker);
            }
            read(new Resource(code, item.unit()), areas, field, words, taker);
        }
    }

    private void read(Resource named, int[] areas, int field, WishedList.Question words, Taker taker) {
        Integer resource = resources.get(named);
        if (resource == null) {
            return;
        }
        for (int area : areas) {
            if (Area.isWide(area)) {
                read(key(resource, area, field), words, taker);
                read(key(resource, area, ANY_FIELD), words, taker);
            } else {
                read(key(resource, area, NO_FIELD), words, taker);
            }
        }
    }

    private void read(long key, WishedList.Question words, Taker taker) {
        WishedList list = lists.get(key);
        if (list != null) {
            list.forEach(words, number -> {
                if (told[number] != question) {
                    told[number] = question;
                    taker.take(offers[number], organizations[number]);
                }
            });
        }
    }

    private void list(OfferFact offer, Reach reach) {
        unlist(offer.id());
        int bits = reach.bits() & Screen.reachOf(offer);
        if (!offer.open() || !Screen.admitsAny(bits)) {
            return;
        }
        long[] own = keys(offer, bits, Area.shared(Area.served(offer), reach.divisions()));
        if (own.length == 0) {
            return;
        }
        int number = ids.add(offer.id().getMostSignificantBits(), offer.id().getLeastSignificantBits());
        reserve(number);
        offers[number] = offer;
        organizations[number] = reach.organization();
        keys[number] = own;
        keyBytes += bytes(own);
        long word = WishedList.word(bits, offer);
        for (long key : own) {
            WishedList known = lists.get(key);
            WishedList list = known == null ? new WishedList() : known;
            if (known == null) {
                lists.put(key, list);
            } else {
                listBytes -= list.bytes();
            }
            list.add(number, word);
            listBytes += list.bytes();
        }
    }

    private void unlist(UUID id) {
        int number = ids.find(id.getMostSignificantBits(), id.getLeastSignificantBits());
        if (number == PairKeys.ABSENT) {
            return;
        }
        for (long key : keys[number]) {
            WishedList list = lists.get(key);
            if (list == null) {
                throw new IllegalStateException("An offer is not in the lists that it stands in");
            }
            listBytes -= list.bytes();
            list.remove(number);
            if (list.isEmpty()) {
                lists.remove(key);
            } else {
                listBytes += list.bytes();
            }
        }
        keyBytes -= bytes(keys[number]);
        ids.remove(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private static long bytes(long[] own) {
        return 16 + (long) own.length * Long.BYTES;
    }

    private void reserve(int number) {
        if (number >= offers.length) {
            int length = number + number / 4 + 1;
            offers = Arrays.copyOf(offers, length);
            organizations = Arrays.copyOf(organizations, length);
            keys = Arrays.copyOf(keys, length);
            told = Arrays.copyOf(told, length);
        }
    }

    /** None where the two have no division in common. */
    private long[] keys(OfferFact offer, int bits, int[] areas) {
        int fields = bits & Screen.fields();
        boolean many = Integer.bitCount(fields) >= MANY_FIELDS;
        List<Integer> own = offer.items().stream()
                .map(item -> new Resource(item.resourceCode(), item.unit()))
                .distinct()
                .map(resource -> resources.computeIfAbsent(resource, any -> resources.size()))
                .toList();
        long[] made = new long[own.size() * areas.length * (many ? 1 : Integer.bitCount(fields))];
        int count = 0;
        for (int resource : own) {
            for (int area : areas) {
                if (!Area.isWide(area)) {
                    made[count++] = key(resource, area, NO_FIELD);
                } else if (many) {
                    made[count++] = key(resource, area, ANY_FIELD);
                } else {
                    for (int left = fields; left != 0; left &= left - 1) {
                        made[count++] = key(resource, area, Integer.numberOfTrailingZeros(left));
                    }
                }
            }
        }
        return Arrays.copyOf(made, count);
    }

    private static long key(int resource, int area, int field) {
        return ((long) resource << (AREA_BITS + FIELD_BITS)) | ((long) area << FIELD_BITS) | field;
    }
}
