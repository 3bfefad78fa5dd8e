package org.duijie.matching.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duijie.chassis.text.Text;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.attention.AttentionService;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.CurrentBasis;
import org.duijie.matching.occasion.Occasion;
import org.duijie.matching.occasion.ReasonCode;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.policy.PolicyService;
import org.duijie.matching.reason.PolicyDifferences;
import org.duijie.matching.replica.Cause;
import org.jspecify.annotations.Nullable;

/**
 * What evaluations rest on besides the facts. The day and the policy come from the log of occasions, not from the clock,
 * so that all instances tell in the same order what follows from them.
 */
@ApplicationScoped
class StandingBasis {

    private static final String NO_MODEL = "-";

    private final EvaluationBasisRepository bases;
    private final CurrentBasis current;
    private final PolicyService policies;
    private final AttentionService attention;
    private final InstantSource clock;

    private volatile @Nullable LocalDate day;
    private volatile @Nullable Policy policy;
    private volatile String textModel = NO_MODEL;
    private volatile int attentionEdition;

    @Inject
    StandingBasis(
            EvaluationBasisRepository bases,
            CurrentBasis current,
            PolicyService policies,
            AttentionService attention,
            InstantSource clock) {
        this.bases = bases;
        this.current = current;
        this.policies = policies;
        this.attention = attention;
        this.clock = clock;
    }

    /** Reads, at the start and in a transaction, what evaluations rested on last. */
    void read() {
        Basis now = current.now();
        EvaluationBasis last = bases.findById(EvaluationBasis.THE_ONE);
        if (last == null) {
            bases.persist(new EvaluationBasis(now));
            day = now.on();
            policy = now.policy();
            textModel = model(now.likeness().model());
            attentionEdition = now.attention().edition();
        } else {
            day = last.businessDay();
            policy = version(last.policyVersion());
            textModel = model(last.textModel());
            attentionEdition = last.attentionEdition();
        }
    }

    private static String model(@Nullable String name) {
        return Objects.requireNonNullElse(name, NO_MODEL);
    }

    Basis now() {
        return current.now().with(policy()).on(day());
    }

    private Policy version(int version) {
        return policies.find(version)
                .orElseThrow(() -> new IllegalStateException("Version " + version + " of the policy is gone"));
    }

    private LocalDate day() {
        return Objects.requireNonNull(day, "Read at start");
    }

    private Policy policy() {
        return Objects.requireNonNull(policy, "Read at start");
    }

    /** Is it another day by the clock, or is another policy in force, or is another text model in use? */
    boolean overtaken() {
        Basis now = current.now();
        return !now.on().equals(day())
                || now.policy().version() != policy().version()
                || !model(now.likeness().model()).equals(textModel)
                || now.attention().edition() != attentionEdition;
    }

    /**
     * Moves on, in a transaction; the row is locked, so that of several instances one does.
     *
     * @return what happened thereby; instances rest their evaluations on it when they {@link #follow} it
     */
    List<Occasion> moveOn() {
        Basis now = current.now();
        EvaluationBasis last = bases.findById(EvaluationBasis.THE_ONE, LockModeType.PESSIMISTIC_WRITE);
        List<Occasion> occasions = new ArrayList<>();
        if (last.policyVersion() != now.policy().version()) {
            occasions.add(policy(version(last.policyVersion()), now.policy()));
        }
        if (!Objects.equals(last.textModel(), now.likeness().model())) {
            occasions.add(
                    textModel(model(last.textModel()), model(now.likeness().model())));
        }
        if (last.attentionEdition() != now.attention().edition()) {
            Attention before = attention.ofEdition(last.attentionEdition());
            occasions.addAll(Reasons.of(
                    attention.changedSince(last.attentionEdition(), now.attention()),
                    before,
                    now.attention(),
                    clock.instant()));
        }
        LocalDate reached = isLater(last.businessDay(), now.on()) ? now.on() : last.businessDay();
        if (!reached.equals(last.businessDay())) {
            occasions.add(day(new DayPassage(last.businessDay(), reached)));
        }
        last.moveTo(now.on(reached));
        return occasions;
    }

    /** Clocks of two instances may disagree at midnight; one that was days ahead was wrong and has been put right. */
    private static boolean isLater(LocalDate last, LocalDate today) {
        return today.isAfter(last) || today.plusDays(1).isBefore(last);
    }

    /** The edition of attention in use. A new one in which no county lacks more or less leaves no occasion to follow. */
    int attentionInUse() {
        return current.now().attention().edition();
    }

    /** That edition has been dealt with. */
    void attentionDealtWith(int edition) {
        attentionEdition = edition;
    }

    /** Rests evaluations on what is new from here on. */
    void follow(Occasion occasion) {
        switch (occasion.code()) {
            case DAY_BEGAN -> day = DayPassage.of(occasion).to();
            case TEXT_MODEL_CHANGED -> textModel = occasion.subject();
            case POLICY_CHANGED -> policy = version(Integer.parseInt(occasion.subject()));
            default -> {
                // Nothing of this is a fact or a wish.
            }
        }
    }

    private Occasion day(DayPassage passage) {
        return new Occasion(
                ReasonCode.DAY_BEGAN,
                passage.subject(),
                Text.of(passage.to() + " 开始", passage.to() + " began"),
                List.of(),
                Cause.of("day.began", clock.instant()));
    }

    private Occasion textModel(String before, String after) {
        return new Occasion(
                ReasonCode.TEXT_MODEL_CHANGED,
                after,
                Text.of(
                        "文字阅读方式由 " + before + " 变为 " + after,
                        "Texts are read with " + after + ", before with " + before),
                List.of(),
                Cause.of("text-model.changed", clock.instant()));
    }

    private Occasion policy(Policy before, Policy after) {
        var changes = PolicyDifferences.between(before, after);
        Text details = Reasons.details(changes, false);
        return new Occasion(
                ReasonCode.POLICY_CHANGED,
                Integer.toString(after.version()),
                Text.of(
                        "匹配策略由第 " + before.version() + " 版变为第 " + after.version() + " 版" + details.zh(),
                        "The policy went from version " + before.version() + " to version " + after.version()
                                + details.en()),
                changes,
                Cause.of("policy.changed", clock.instant()));
    }
}
