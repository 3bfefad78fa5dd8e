-- What version 0.1.0 of organization-service left in its database: the migrations that had run, and some of its rows as they were.
-- Only deadlines and periods were put off, so that no clock comes to them.

insert into flyway_schema_history
    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
values
    (1, '001', 'create outbox', 'SQL', 'db/migration/V001__create_outbox.sql', -931587871, 'postgres', 63, true),
    (2, '002', 'create inbox', 'SQL', 'db/migration/V002__create_inbox.sql', -706504023, 'postgres', 52, true),
    (3, '003', 'create dead letter', 'SQL', 'db/migration/V003__create_dead_letter.sql', -737636189, 'postgres', 65, true),
    (4, '010', 'create organization', 'SQL', 'db/migration/V010__create_organization.sql', 1123706185, 'postgres', 13, true),
    (5, '011', 'create offer', 'SQL', 'db/migration/V011__create_offer.sql', -452087507, 'postgres', 49, true);

insert into organization
select * from jsonb_populate_recordset(null::organization, '[
    {"id": "01a20b99-5498-754d-bb62-59e3745fbe10", "name": "样例北京红枫助农基金会0000号", "type": "FOUNDATION", "level": "PROVINCIAL", "status": "VERIFIED", "version": 3, "standing": {"rating": {"grade": "AAAA", "validFrom": "2024-01-09", "validUntil": "2029-01-09"}, "inspections": [{"year": 2024, "result": "PASSED"}, {"year": 2025, "result": "PASSED"}], "blacklistings": [], "abnormalListings": []}, "created_at": "2026-11-24T03:28:47.423+00:00", "updated_at": "2026-11-24T03:28:51.771+00:00", "credit_code": "53110000YL0000004N", "status_history": [{"since": "2026-11-24", "reason": null, "status": "REGISTERED"}, {"since": "2026-11-24", "reason": null, "status": "VERIFIED"}], "related_parties": [], "registrar_division": "110000"},
    {"id": "01a20b99-7fe7-71ea-aeae-388790d45d8c", "name": "样例天津木槿慈善协会0027号", "type": "ASSOCIATION", "level": "PROVINCIAL", "status": "SUSPENDED", "version": 4, "standing": {"rating": null, "inspections": [{"year": 2024, "result": "PASSED"}, {"year": 2025, "result": "PASSED"}], "blacklistings": [], "abnormalListings": []}, "created_at": "2026-11-24T03:28:58.699+00:00", "updated_at": "2026-11-24T03:30:09.524+00:00", "credit_code": "51120000YL0000274K", "status_history": [{"since": "2026-11-24", "reason": null, "status": "REGISTERED"}, {"since": "2026-11-24", "reason": null, "status": "VERIFIED"}, {"since": "2026-11-24", "reason": "样例：被责令限期停止活动", "status": "SUSPENDED"}], "related_parties": [], "registrar_division": "120000"}
]');

insert into offer
select * from jsonb_populate_recordset(null::offer, '[
    {"id": "01a20b9a-2c5c-75cc-aa66-3043535e158c", "modes": ["RELIEF", "CAPACITY_BUILDING"], "title": "教育、易地搬迁、健康帮扶资源", "fields": ["EDUCATION", "RELOCATION", "HEALTH"], "status": "OPEN", "summary": "提供教学电脑、远程课程、社会工作服务、社区志愿者、常用药品、基层诊疗设备。（样例编号 F000000）", "version": 1, "divisions": ["130000"], "value_fen": 263000000, "created_at": "2026-11-24T03:29:43.004+00:00", "updated_at": "2026-11-24T03:29:43.004+00:00", "valid_from": "2026-11-24", "credit_code": "53110000YL0000004N", "valid_until": "2099-12-31", "organization_id": "01a20b99-5498-754d-bb62-59e3745fbe10", "excluded_divisions": [], "participation_roles": ["EXPERTISE", "ADVICE"], "largest_commitment_fen": 263000000, "smallest_commitment_fen": 4110000},
    {"id": "01a20b9b-c8c4-76e6-b404-cb00e98dccf9", "modes": ["RELIEF", "CAPACITY_BUILDING"], "title": "图书捐赠（演示）", "fields": ["EDUCATION"], "status": "WITHDRAWN", "summary": "向乡村小学捐赠图书。", "version": 2, "divisions": ["130000"], "value_fen": 5000000, "created_at": "2026-11-24T03:31:28.58+00:00", "updated_at": "2026-11-24T03:31:28.692+00:00", "valid_from": "2026-11-24", "credit_code": "53110000YL0000004N", "valid_until": "2099-12-31", "organization_id": "01a20b99-5498-754d-bb62-59e3745fbe10", "withdrawal_reason": "演示结束", "excluded_divisions": [], "participation_roles": ["PROJECTS"], "largest_commitment_fen": 5000000, "smallest_commitment_fen": 500000}
]');

insert into offer_item
select * from jsonb_populate_recordset(null::offer_item, '[
    {"kind": "GOODS", "unit": "册", "offer_id": "01a20b9b-c8c4-76e6-b404-cb00e98dccf9", "position": 0, "quantity": 2000.000, "reserved": 0.000, "committed": 0.000, "value_fen": 5000000, "description": "图书", "resource_code": "GOODS.BOOKS"},
    {"kind": "GOODS", "unit": "台", "offer_id": "01a20b9a-2c5c-75cc-aa66-3043535e158c", "position": 0, "quantity": 80.000, "reserved": 0.000, "committed": 0.000, "value_fen": 30240000, "description": "教学电脑", "resource_code": "GOODS.COMPUTERS"},
    {"kind": "GOODS", "unit": "台", "offer_id": "01a20b9a-2c5c-75cc-aa66-3043535e158c", "position": 5, "quantity": 46.000, "reserved": 0.000, "committed": 0.000, "value_fen": 55530000, "description": "基层诊疗设备", "resource_code": "GOODS.MEDICAL_DEVICES"},
    {"kind": "GOODS", "unit": "箱", "offer_id": "01a20b9a-2c5c-75cc-aa66-3043535e158c", "position": 4, "quantity": 724.000, "reserved": 0.000, "committed": 0.000, "value_fen": 65180000, "description": "常用药品", "resource_code": "GOODS.MEDICINE"},
    {"kind": "SERVICE", "unit": "人月", "offer_id": "01a20b9a-2c5c-75cc-aa66-3043535e158c", "position": 2, "quantity": 84.000, "reserved": 0.000, "committed": 0.000, "value_fen": 50460000, "description": "社会工作服务", "resource_code": "SERVICE.SOCIAL_WORK"},
    {"kind": "SERVICE", "unit": "课时", "offer_id": "01a20b9a-2c5c-75cc-aa66-3043535e158c", "position": 1, "quantity": 962.000, "reserved": 0.000, "committed": 0.000, "value_fen": 28860000, "description": "远程课程", "resource_code": "SERVICE.TEACHING.REMOTE"},
    {"kind": "VOLUNTEERS", "unit": "人日", "offer_id": "01a20b9a-2c5c-75cc-aa66-3043535e158c", "position": 3, "quantity": 2182.000, "reserved": 0.000, "committed": 0.000, "value_fen": 32730000, "description": "社区志愿者", "resource_code": "VOLUNTEERS.COMMUNITY"}
]');
