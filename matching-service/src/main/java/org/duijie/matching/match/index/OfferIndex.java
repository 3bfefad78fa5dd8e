package org.duijie.matching.match.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.likeness.TextVector;
import org.duijie.matching.match.StandingChecks;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/**
 * Offers in lists, by what a need's hard rules cut on. An offer that could match some need today stands, for each of its
 * resources,
 * <ul>
 *   <li>in the lists of the divisions that it names, or in the one of those that name none: who serves a county stands in
 *       a list of the county, its prefecture, its province or of everywhere;
 *   <li>in the lists of its organization's home, by province and by prefecture: who is nearer, or paired with the county,
 *       stands in a list that is read for just that.
 * </ul>
 * Lists of a province or wider are split by field.
 */
final class OfferIndex {

    static final int ANY_FIELD = 63;
    static final int EVERYWHERE = 0;

    private static final int AREA = 0;
    private static final int HOME_PROVINCE = 1;
    private static final int HOME_PREFECTURE = 2;
    private static final int NO_FIELD = 62;

    final Ordinals ordinals = new Ordinals();
    final OfferTable table = new OfferTable();

    private final Ordinals organizationOrdinals = new Ordinals();
    private final Texts texts = new Texts((likeness, ordinal) -> likeness.of(fact(ordinal)));
    private final ListMap<OfferPostings> lists = new ListMap<>();
    private OfferFact[] facts = new OfferFact[64];
    private boolean[] listed = new boolean[64];
    private int[] organizationOf = new int[64];

    /** The next offer of the same organization, as ordinal + 1. */
    private int[] next = new int[64];

    private @Nullable OrganizationFact[] organizations = new OrganizationFact[64];

    /** The first offer of an organization, as ordinal + 1. */
    private int[] firstOf = new int[64];

    private LocalDate on;
    private @Nullable Bulk bulk;

    /** What the blocks of all lists take in memory. */
    private long blockBytes;

    OfferIndex(LocalDate on) {
        this.on = on;
    }

    int size() {
        return ordinals.size();
    }

    void grew(long bytes) {
        blockBytes += bytes;
    }

    /** What it takes in memory besides the facts, reckoned from its parts. */
    long bytes() {
        int perOffer = 3 * Integer.BYTES + 1;
        return ordinals.bytes()
                + organizationOrdinals.bytes()
                + table.bytes()
                + (long) perOffer * facts.length
                + (long) Integer.BYTES * (organizations.length + firstOf.length)
                + lists.bytes()
                + (long) Postings.BYTES * lists.size()
                + blockBytes;
    }

    OfferFact fact(int ordinal) {
        return facts[ordinal];
    }

    /** What its text says, if that is known. */
    @Nullable
    TextVector text(int ordinal, Likeness likeness) {
        return texts.of(ordinal, ordinals.size(), likeness);
    }

    @Nullable
    OrganizationFact organization(int ordinal) {
        return organizations[organizationOf[ordinal]];
    }

    /** Could it match some need today? Only then it has a row. */
    boolean isListed(int ordinal) {
        return ordinal >= 0 && listed[ordinal];
    }

    @Nullable
    OfferPostings list(long key) {
        return lists.get(key);
    }

    static long byArea(int resource, int area, int field) {
        return key(AREA, resource, area, Places.wide(area) ? field : NO_FIELD);
    }

    static long byHomeProvince(int resource, int province, int field) {
        return key(HOME_PROVINCE, resource, province, field);
    }

    static long byHomePrefecture(int resource, int prefecture) {
        return key(HOME_PREFECTURE, resource, prefecture, NO_FIELD);
    }

    void put(OfferFact offer) {
        int known = ordinals.of(offer.id());
        int ordinal = known >= 0 ? known : ordinals.add(offer.id());
        int organization = organization(offer);
        if (known >= 0) {
            unlist(ordinal);
            if (organizationOf[ordinal] != organization) {
                unlink(ordinal);
                link(ordinal, organization);
            }
        } else {
            reserve(ordinal);
            link(ordinal, organization);
        }
        facts[ordinal] = offer;
        texts.forget(ordinal);
        list(ordinal);
    }

    void put(OrganizationFact organization) {
        int ordinal = reserveOrganization(organizationOrdinals.add(organization.id()));
        for (int offer = firstOf[ordinal]; offer != 0; offer = next[offer - 1]) {
            unlist(offer - 1);
        }
        organizations[ordinal] = organization;
        for (int offer = firstOf[ordinal]; offer != 0; offer = next[offer - 1]) {
            list(offer - 1);
        }
    }

    List<OfferFact> of(UUID organization) {
        List<OfferFact> own = new ArrayList<>();
        int ordinal = organizationOrdinals.of(organization);
        for (int offer = ordinal < 0 ? 0 : firstOf[ordinal]; offer != 0; offer = next[offer - 1]) {
            own.add(facts[offer - 1]);
        }
        return own;
    }

    /** Makes the index of many at once, from empty. */
    void fill(Collection<OrganizationFact> known, Collection<OfferFact> offers) {
        known.forEach(this::put);
        Bulk entries = new Bulk();
        bulk = entries;
        List<OfferFact> byId = new ArrayList<>(offers);
        byId.sort(Comparator.comparing(OfferFact::id, Ids.ORDER));
        byId.forEach(this::put);
        bulk = null;
        entries.fill();
    }

    /** Goes to another day: these may be judged differently then. */
    void moveTo(LocalDate day, Collection<OfferFact> offers, Collection<OrganizationFact> turned) {
        on = day;
        offers.forEach(this::put);
        turned.forEach(this::put);
    }

    private int organization(OfferFact offer) {
        return reserveOrganization(organizationOrdinals.add(offer.organizationId()));
    }

    private void reserve(int ordinal) {
        if (ordinal >= facts.length) {
            int length = ordinal + ordinal / 4 + 1;
            facts = Arrays.copyOf(facts, length);
            listed = Arrays.copyOf(listed, length);
            organizationOf = Arrays.copyOf(organizationOf, length);
            next = Arrays.copyOf(next, length);
        }
    }

    private int reserveOrganization(int ordinal) {
        if (ordinal >= firstOf.length) {
            int length = ordinal + ordinal / 4 + 1;
            organizations = Arrays.copyOf(organizations, length);
            firstOf = Arrays.copyOf(firstOf, length);
        }
        return ordinal;
    }

    private void link(int offer, int organization) {
        organizationOf[offer] = organization;
        next[offer] = firstOf[organization];
        firstOf[organization] = offer + 1;
    }

    private void unlink(int offer) {
        int organization = organizationOf[offer];
        if (firstOf[organization] == offer + 1) {
            firstOf[organization] = next[offer];
            return;
        }
        int before = firstOf[organization] - 1;
        while (next[before] != offer + 1) {
            before = next[before] - 1;
        }
        next[before] = next[offer];
    }

    /** Stands in lists only what could match some need today. */
    private void list(int ordinal) {
        OfferFact offer = facts[ordinal];
        OrganizationFact organization = organizations[organizationOf[ordinal]];
        if (organization == null
                || !offer.open()
                || offer.validUntil().isBefore(on)
                || !StandingChecks.eligible(organization, on)) {
            return;
        }
        table.write(ordinal, offer, organization, on);
        listed[ordinal] = true;
        for (long key : keys(ordinal)) {
            OfferPostings list = lists.getOrMake(key, this::make);
            if (bulk == null) {
                list.insert(ordinal);
            } else {
                bulk.add(list, ordinal);
            }
        }
    }

    private void unlist(int ordinal) {
        if (!listed[ordinal]) {
            return;
        }
        listed[ordinal] = false;
        for (long key : keys(ordinal)) {
            OfferPostings list = Objects.requireNonNull(lists.get(key));
            list.remove(ordinal);
            if (list.isEmpty()) {
                lists.remove(key);
            }
        }
        table.free(ordinal);
    }

    /** The lists that the offer stands in, by the fact and the row of it. */
    private long[] keys(int ordinal) {
        OfferFact offer = facts[ordinal];
        int[] fields = fields(offer);
        int home = Places.number(table.homes.code(table.home(ordinal)));
        int[] areas = OfferTable.anywhere(table.places(ordinal))
                ? new int[] {EVERYWHERE}
                : offer.divisions().stream().mapToInt(Places::number).distinct().toArray();
        int[] resources =
                offer.items().stream().mapToInt(this::resource).distinct().toArray();
        long[] keys = new long[resources.length * (1 + fields.length * (1 + areas.length))];
        int count = 0;
        for (int resource : resources) {
            keys[count++] = byHomePrefecture(resource, Places.prefecture(home));
            for (int field : fields) {
                keys[count++] = byHomeProvince(resource, Places.province(home), field);
            }
            for (int area : areas) {
                for (int field : Places.wide(area) ? fields : new int[] {NO_FIELD}) {
                    keys[count++] = byArea(resource, area, field);
                }
            }
        }
        return Arrays.copyOf(keys, count);
    }

    private int resource(ItemFact item) {
        return table.resources.find(item.resourceCode(), item.unit());
    }

    private int[] fields(OfferFact offer) {
        return offer.fields().isEmpty()
                ? new int[] {ANY_FIELD}
                : offer.fields().stream()
                        .mapToInt(table.fields::find)
                        .distinct()
                        .toArray();
    }

    private OfferPostings make(long key) {
        return new OfferPostings(this, (int) (key >>> 26) & 0xFFFFFF, (int) (key >>> 50) == HOME_PREFECTURE);
    }

    private static long key(int family, int resource, int place, int field) {
        return ((long) family << 50) | ((long) resource << 26) | ((long) place << 6) | field;
    }
}
