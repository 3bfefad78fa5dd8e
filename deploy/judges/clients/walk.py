"""The line as a partner walks it with the generated Python client."""

import os
import time
import uuid

from duijie_client import (
    ApiClient, Configuration, MatchesApi, NeedsApi, OffersApi, OrganizationOfferRequest, ProjectNeedRequest,
    ProjectNeedReview,
)
from duijie_client.exceptions import NotFoundException

PATIENCE_SECONDS = 60


def client(who):
    return ApiClient(Configuration(host=os.environ["GATEWAY"]), "Authorization", f"Bearer {os.environ[who]}")


def key():
    return f'"{uuid.uuid4()}"'


def matches_of(offer):
    """None while matching has not heard of the offer."""
    try:
        return matches.matching_list_matches(offer=offer.id).items
    except NotFoundException:
        return []


bureau = NeedsApi(client("BUREAU"))
created = bureau.project_create_need_with_http_info(key(), ProjectNeedRequest.from_json(os.environ["NEED"]))
need = created.data.id
submitted = bureau.project_submit_need_with_http_info(need, created.headers["ETag"])
published = NeedsApi(client("OFFICE")).project_review_need(
    need, submitted.headers["ETag"], ProjectNeedReview.from_dict({"decision": "PUBLISH"}))
offer = OffersApi(client("ORGANIZATION")).organization_open_offer(
    key(), OrganizationOfferRequest.from_json(os.environ["OFFER"]))
print(f"need {need} {published.status.value}, offer {offer.id} {offer.status.value}")

matches = MatchesApi(client("ORGANIZATION"))
end = time.monotonic() + PATIENCE_SECONDS
while time.monotonic() < end:
    seen = [match for match in matches_of(offer) if match.need.id == need]
    if seen:
        print(f"match seen: score {seen[0].score}")
        break
    time.sleep(0.2)
else:
    raise SystemExit("no match within a minute")
