package org.duijie.project.division;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every query about divisions. */
@ApplicationScoped
class DivisionRepository implements PanacheRepositoryBase<Division, String> {

    /** Every county, present or abolished. */
    List<Division> counties() {
        return list("facts.level", DivisionFacts.Level.COUNTY);
    }

    /**
     * In the order of codes, those that fit what is given.
     *
     * @param name a present or former name, exactly; several divisions may bear it
     */
    @SuppressWarnings("unchecked")
    List<Division> list(@Nullable String parent, @Nullable String name, String afterCode, int size) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from division
                        where (cast(:parent as text) is null or parent_code = :parent)
                          and (cast(:name as text) is null
                               or name = :name
                               or former_names @> jsonb_build_array(jsonb_build_object('name', cast(:name as text))))
                          and code > :after
                        order by code
                        limit :size
                        """, Division.class)
                .setParameter("parent", parent)
                .setParameter("name", name)
                .setParameter("after", afterCode)
                .setParameter("size", size)
                .getResultList();
    }

    /** Hash of the reference lists loaded last, empty before the first; instances that start together wait here. */
    String lockLoadedHash() {
        return (String) getEntityManager()
                .createNativeQuery("select hash from division_list for update", String.class)
                .getSingleResult();
    }

    void keepLoadedHash(String hash) {
        getEntityManager()
                .createNativeQuery("update division_list set hash = :hash")
                .setParameter("hash", hash)
                .executeUpdate();
    }
}
