package org.duijie.matching.delivery.topic;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.duijie.matching.subscription.OwnedRepository;

@ApplicationScoped
class PartnerTopicRepository implements OwnedRepository<PartnerTopic> {

    boolean isTaken(String topic) {
        return count("topic", topic) > 0;
    }

    /**
     * What was told so far is taken as read: the topic begins with what is told from now on. The lock passes over a
     * subscription that is being ended, and keeps the others until the places refer to them.
     */
    void beginNow(UUID topic) {
        getEntityManager().createNativeQuery("""
                insert into partner_place (topic_id, subscription_id, position, day)
                select t.id, s.id, s.last_number,
                       (select max(m.day) from subscription_manifest m where m.subscription_id = s.id)
                  from partner_topic t join subscription s on s.organization = t.organization
                 where t.id = :id for key share of s
                """).setParameter("id", topic).executeUpdate();
    }

    /**
     * Has everything from this number on written again, in order, unless the subscription is gone meanwhile; a claim under way
     * is lost, lest it undo this.
     */
    void rewind(UUID topic, UUID subscription, long number) {
        getEntityManager()
                .createNativeQuery("""
                insert into partner_place (topic_id, subscription_id, position)
                select :topic, id, :position from subscription where id = :subscription for key share
                on conflict (topic_id, subscription_id) do update set position = excluded.position
                """)
                .setParameter("topic", topic)
                .setParameter("subscription", subscription)
                .setParameter("position", number - 1)
                .executeUpdate();
        getEntityManager().createNativeQuery("""
                update partner_topic set claim = claim + 1, rests_until = '-infinity' where id = :topic
                """).setParameter("topic", topic).executeUpdate();
    }
}
