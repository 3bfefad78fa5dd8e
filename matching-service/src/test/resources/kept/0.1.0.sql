-- What version 0.1.0 of matching-service left in its database: the migrations that had run, and some of its rows as they were.
-- Only deadlines and periods were put off, so that no clock comes to them.

insert into flyway_schema_history
    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
values
    (1, '001', 'create outbox', 'SQL', 'db/migration/V001__create_outbox.sql', -931587871, 'postgres', 96, true),
    (2, '002', 'create inbox', 'SQL', 'db/migration/V002__create_inbox.sql', -706504023, 'postgres', 65, true),
    (3, '003', 'create dead letter', 'SQL', 'db/migration/V003__create_dead_letter.sql', -737636189, 'postgres', 94, true),
    (4, '010', 'create replica', 'SQL', 'db/migration/V010__create_replica.sql', -1118281710, 'postgres', 83, true),
    (5, '011', 'create policy', 'SQL', 'db/migration/V011__create_policy.sql', 1674611392, 'postgres', 39, true),
    (6, '012', 'create pairing', 'SQL', 'db/migration/V012__create_pairing.sql', 839607772, 'postgres', 49, true),
    (7, '013', 'create subscription', 'SQL', 'db/migration/V013__create_subscription.sql', 2011693687, 'postgres', 28, true);

insert into organization_replica
select * from jsonb_populate_recordset(null::organization_replica, '[
    {"id": "01a20b99-5498-754d-bb62-59e3745fbe10", "fact": {"id": "01a20b99-5498-754d-bb62-59e3745fbe10", "name": "样例北京红枫助农基金会0000号", "type": "FOUNDATION", "level": "PROVINCIAL", "rating": {"grade": "AAAA", "validFrom": "2024-01-09", "validUntil": "2029-01-09"}, "status": "VERIFIED", "version": 3, "creditCode": "53110000YL0000004N", "inspections": [{"year": 2024, "result": "PASSED"}, {"year": 2025, "result": "PASSED"}], "blacklistings": [], "relatedParties": [], "abnormalListings": [], "registrarDivision": "110000"}, "version": 3}
]');

insert into offer_replica
select * from jsonb_populate_recordset(null::offer_replica, '[
    {"id": "01a20b9a-2c5c-75cc-aa66-3043535e158c", "fact": {"id": "01a20b9a-2c5c-75cc-aa66-3043535e158c", "items": [{"unit": "台", "valueFen": 30240000, "resourceCode": "GOODS.COMPUTERS", "quantityThousandths": 80000}, {"unit": "课时", "valueFen": 28860000, "resourceCode": "SERVICE.TEACHING.REMOTE", "quantityThousandths": 962000}, {"unit": "人月", "valueFen": 50460000, "resourceCode": "SERVICE.SOCIAL_WORK", "quantityThousandths": 84000}, {"unit": "人日", "valueFen": 32730000, "resourceCode": "VOLUNTEERS.COMMUNITY", "quantityThousandths": 2182000}, {"unit": "箱", "valueFen": 65180000, "resourceCode": "GOODS.MEDICINE", "quantityThousandths": 724000}, {"unit": "台", "valueFen": 55530000, "resourceCode": "GOODS.MEDICAL_DEVICES", "quantityThousandths": 46000}], "modes": ["RELIEF", "CAPACITY_BUILDING"], "title": "教育、易地搬迁、健康帮扶资源", "fields": ["EDUCATION", "RELOCATION", "HEALTH"], "status": "OPEN", "version": 1, "divisions": ["130000"], "validFrom": "2026-11-24", "creditCode": "53110000YL0000004N", "validUntil": "2099-12-31", "organizationId": "01a20b99-5498-754d-bb62-59e3745fbe10", "excludedDivisions": [], "largestCommitmentFen": 263000000, "smallestCommitmentFen": 4110000}, "version": 1},
    {"id": "01a20b9a-2c8c-7742-b77d-0dc3fa8f23ca", "fact": {"id": "01a20b9a-2c8c-7742-b77d-0dc3fa8f23ca", "items": [{"unit": "台", "valueFen": 94070000, "resourceCode": "GOODS.COMPUTERS", "quantityThousandths": 248000}, {"unit": "课时", "valueFen": 58930000, "resourceCode": "SERVICE.TEACHING.REMOTE", "quantityThousandths": 1964000}, {"unit": "人月", "valueFen": 74700000, "resourceCode": "VOLUNTEERS.TEACHERS", "quantityThousandths": 213000}, {"unit": "册", "valueFen": 105300000, "resourceCode": "GOODS.BOOKS", "quantityThousandths": 42120000}], "modes": ["CAPACITY_BUILDING"], "title": "教育、志愿帮扶资源", "fields": ["EDUCATION", "VOLUNTEERING"], "status": "OPEN", "version": 1, "divisions": ["130000"], "validFrom": "2026-11-24", "creditCode": "53110000YL0000004N", "validUntil": "2099-12-31", "organizationId": "01a20b99-5498-754d-bb62-59e3745fbe10", "excludedDivisions": [], "largestCommitmentFen": 333000000, "smallestCommitmentFen": 2130000}, "version": 1}
]');

insert into need_replica
select * from jsonb_populate_recordset(null::need_replica, '[
    {"id": "01a20b9c-b204-73fa-a3ca-16d199d11d76", "fact": {"id": "01a20b9c-b204-73fa-a3ca-16d199d11d76", "mode": "CAPACITY_BUILDING", "field": "EDUCATION", "items": [{"unit": "台", "valueFen": 15200000, "resourceCode": "GOODS.COMPUTERS", "quantityThousandths": 40000}, {"unit": "课时", "valueFen": 12000000, "resourceCode": "SERVICE.TEACHING.REMOTE", "quantityThousandths": 400000}], "title": "张北县乡村小学数字教室", "status": "PUBLISHED", "version": 3, "category": "DEVELOPMENT", "deadline": "2099-06-30", "periodEnd": "2099-12-31", "splittable": true, "periodStart": "2027-02-02", "divisionCode": "130722", "admittedTypes": [], "everPublished": true, "admittedLevels": [], "excludedOrganizations": []}, "version": 3}
]');

insert into division_replica
select * from jsonb_populate_recordset(null::division_replica, '[
    {"id": "c43f5976-55df-3da7-8248-e615ab1aff5d", "fact": {"id": "c43f5976-55df-3da7-8248-e615ab1aff5d", "code": "130722", "name": "张北县", "version": 1795490715861, "keyCounty": "NATIONAL", "deepPoverty": "UNSOURCED", "yanshanTaihang": true}, "version": 1795490715861}
]');

insert into evaluation_basis
select * from jsonb_populate_recordset(null::evaluation_basis, '[
    {"id": 1, "business_day": "2026-11-24", "policy_version": 1, "pairing_edition": 1}
]');

insert into subscription
select * from jsonb_populate_recordset(null::subscription, '[
    {"id": "01a20b9c-b0fc-71e1-b70d-fc339c81ac34", "name": "河北需求", "modes": [], "fields": [], "version": 2, "divisions": [], "categories": [], "created_at": "2026-11-24T03:32:28.028+00:00", "last_number": 75, "organization": "53110000YL0000004N", "minimum_score_ppm": 0}
]');

insert into match_event
select * from jsonb_populate_recordset(null::match_event, '[
    {"at": "2026-11-24T03:32:28.652+00:00", "type": "MATCH_BEGAN", "number": 74, "need_id": "01a20b9c-b204-73fa-a3ca-16d199d11d76", "offer_id": "01a20b9a-2c5c-75cc-aa66-3043535e158c", "reason_en": "The need \"张北县乡村小学数字教室\" was published: it matches now, with a score of 0.782350.", "reason_zh": "需求“张北县乡村小学数字教室”已发布，开始匹配，得分 0.782350。", "score_ppm": 782350, "cause_time": "2026-11-24T03:32:28.637+00:00", "cause_type": "org.duijie.need.published.v1", "need_title": "张北县乡村小学数字教室", "offer_title": "教育、易地搬迁、健康帮扶资源", "reason_code": "NEED_CHANGED", "division_code": "130722", "division_name": "张北县", "cause_event_id": "01a20b9c-b35d-7284-8eaa-2021c96adec8", "subscription_id": "01a20b9c-b0fc-71e1-b70d-fc339c81ac34"},
    {"at": "2026-11-24T03:32:28.652+00:00", "type": "MATCH_BEGAN", "number": 75, "need_id": "01a20b9c-b204-73fa-a3ca-16d199d11d76", "offer_id": "01a20b9a-2c8c-7742-b77d-0dc3fa8f23ca", "reason_en": "The need \"张北县乡村小学数字教室\" was published: it matches now, with a score of 0.794114.", "reason_zh": "需求“张北县乡村小学数字教室”已发布，开始匹配，得分 0.794114。", "score_ppm": 794114, "cause_time": "2026-11-24T03:32:28.637+00:00", "cause_type": "org.duijie.need.published.v1", "need_title": "张北县乡村小学数字教室", "offer_title": "教育、志愿帮扶资源", "reason_code": "NEED_CHANGED", "division_code": "130722", "division_name": "张北县", "cause_event_id": "01a20b9c-b35d-7284-8eaa-2021c96adec8", "subscription_id": "01a20b9c-b0fc-71e1-b70d-fc339c81ac34"}
]');

insert into current_match
select * from jsonb_populate_recordset(null::current_match, '[
    {"need_id": "01a20b9c-b204-73fa-a3ca-16d199d11d76", "offer_id": "01a20b9a-2c5c-75cc-aa66-3043535e158c", "score_ppm": 782350, "subscription_id": "01a20b9c-b0fc-71e1-b70d-fc339c81ac34"},
    {"need_id": "01a20b9c-b204-73fa-a3ca-16d199d11d76", "offer_id": "01a20b9a-2c8c-7742-b77d-0dc3fa8f23ca", "score_ppm": 794114, "subscription_id": "01a20b9c-b0fc-71e1-b70d-fc339c81ac34"}
]');
