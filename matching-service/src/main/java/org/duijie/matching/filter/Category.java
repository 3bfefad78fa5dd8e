package org.duijie.matching.filter;

/** The categories of the official circular (项目类别). */
public enum Category {
    DIRECT_AID,
    DEVELOPMENT,
    PUBLIC_WELFARE
}
