package org.duijie.matching.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class EvaluationBasisRepository implements PanacheRepositoryBase<EvaluationBasis, Integer> {}
