"""Starts and reads pre-checks with the vendor's SDK, unchanged, and prints what the SDK made of the answers.

Standard input is one JSON object: endpoint, projectId, accessKeyId, secretAccessKey, securityToken (or null), and a
list of calls. Standard output is the list of what came back, in the same order: {"status": 202, "body": {...}} or
{"error": {...}}. A read is repeated until the answer is the one of a finished pre-check, or `tries` are used up.
"""

import json
import sys
import time
import warnings

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ServiceResponseException
from huaweicloudsdkddm.v1 import (
    CheckMigrateLogicDbRequest,
    CheckPreliminaryResultsRequest,
    DataNode,
    DdmClient,
    MigrateLogicDbOpenReq,
)
from huaweicloudsdkdrs.v3 import (
    BatchCheckJobsRequest,
    BatchCheckResultsRequest,
    BatchPrecheckReq,
    BatchQueryPrecheckResultReq,
    DrsClient,
    PreCheckInfo,
)

SECONDS_BETWEEN_READS = 0.1


def client(kind, job):
    credentials = BasicCredentials(job["accessKeyId"], job["secretAccessKey"], job["projectId"])
    if job["securityToken"]:
        credentials.with_security_token(job["securityToken"])
    return kind.new_builder().with_credentials(credentials).with_endpoint(job["endpoint"]).build()


def drs_start(job, call):
    jobs = [PreCheckInfo(job_id=task, precheck_mode=call["mode"]) for task in call["tasks"]]
    request = BatchCheckJobsRequest(x_language=call["language"], body=BatchPrecheckReq(jobs=jobs))
    return client(DrsClient, job).batch_check_jobs(request)


def drs_read(job, call):
    body = BatchQueryPrecheckResultReq(jobs=call["tasks"])
    request = BatchCheckResultsRequest(x_language=call["language"], body=body)
    return client(DrsClient, job).batch_check_results(request)


def ddm_start(job, call):
    nodes = [DataNode(id=node["id"], user=node["user"], password=node["password"]) for node in call["nodes"]]
    body = MigrateLogicDbOpenReq(data_nodes=nodes, new_shard_number=call["shards"])
    request = CheckMigrateLogicDbRequest(instance_id=call["instance"], db_name=call["database"], body=body)
    return client(DdmClient, job).check_migrate_logic_db(request)


def ddm_read(job, call):
    request = CheckPreliminaryResultsRequest(
        instance_id=call["instance"], db_name=call["database"], job_id=call["job"]
    )
    return client(DdmClient, job).check_preliminary_results(request)


CALLS = {"drs.start": drs_start, "drs.read": drs_read, "ddm.start": ddm_start, "ddm.read": ddm_read}


def finished(body):
    """Whether every DRS entry is at 100 %; a DDM answer has no such mark, so its reads name the number of items."""
    return all(entry.get("process") == "100%" for entry in body.get("results", []))


def present(value):
    """The value without what was not in the answer: the SDK has None for that."""
    if isinstance(value, dict):
        return {key: present(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [present(inner) for inner in value]
    return value


def perform(job, call):
    for attempt in range(call.get("tries", 1)):
        time.sleep(SECONDS_BETWEEN_READS if attempt else 0)
        try:
            answer = CALLS[call["operation"]](job, call)
        except ServiceResponseException as error:
            return {
                "error": {
                    "type": type(error).__name__,
                    "status": error.status_code,
                    "code": error.error_code,
                    "message": error.error_msg,
                    "requestId": error.request_id,
                }
            }
        body = present(answer.to_dict())
        if finished(body) and len(body.get("pre_check_results", [])) >= call.get("items", 0):
            break
    return {"status": answer.status_code, "body": body}


if __name__ == "__main__":
    # The client of the documented API is marked as deprecated in favour of v5, which has no pre-check call.
    warnings.simplefilter("ignore", DeprecationWarning)
    given = json.load(sys.stdin)
    json.dump([perform(given, call) for call in given["calls"]], sys.stdout)
