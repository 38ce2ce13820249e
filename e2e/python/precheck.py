"""Starts and reads pre-checks with the vendor's Python SDK, unchanged, and prints what the SDK made of the answers.

What comes in and goes out is said in e2e/sdk.ts.
"""

import json
import os
import sys
import warnings

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.auth.provider import OidcStsCredentialProvider
from huaweicloudsdkcore.exceptions.exceptions import SdkException, ServiceResponseException
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
from huaweicloudsdkdrs.v5 import ActionParams, ActionReq, ExecuteJobActionRequest, JobActionReq, ShowJobDetailRequest
from huaweicloudsdkdrs.v5 import DrsClient as DrsV5Client


def credentials(job):
    oidc = job["oidc"]
    if oidc:
        os.environ["HUAWEICLOUD_SDK_PROJECT_ID"] = job["projectId"]
        provider = OidcStsCredentialProvider(
            "basic",
            provider_urn=oidc["providerUrn"],
            agency_urn=oidc["agencyUrn"],
            id_token=oidc["idToken"],
            sts_endpoint=job["endpoint"],
        )
        return provider.get_credentials()
    given = BasicCredentials(job["accessKeyId"], job["secretAccessKey"], job["projectId"])
    return given.with_security_token(job["securityToken"]) if job["securityToken"] else given


def client(kind, job):
    return kind.new_builder().with_credentials(credentials(job)).with_endpoint(job["endpoint"]).build()


def drs_start(job, call):
    jobs = [PreCheckInfo(job_id=task, precheck_mode=call["mode"]) for task in call["tasks"]]
    request = BatchCheckJobsRequest(x_language=call["language"], body=BatchPrecheckReq(jobs=jobs))
    return client(DrsClient, job).batch_check_jobs(request)


def drs_read(job, call):
    body = BatchQueryPrecheckResultReq(jobs=call["tasks"])
    request = BatchCheckResultsRequest(x_language=call["language"], body=body)
    return client(DrsClient, job).batch_check_results(request)


def drs_start_v5(job, call):
    action = ActionReq(action_name="precheck", action_params=ActionParams(precheck_mode=call["mode"]))
    body = JobActionReq(job=action)
    request = ExecuteJobActionRequest(job_id=call["task"], x_language=call["language"], body=body)
    return client(DrsV5Client, job).execute_job_action(request)


def drs_read_v5(job, call):
    request = ShowJobDetailRequest(
        job_id=call["task"], x_language=call["language"], type="precheck", query_id=call["queryId"]
    )
    return client(DrsV5Client, job).show_job_detail(request)


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


CALLS = {
    "drs.start": drs_start,
    "drs.read": drs_read,
    "drs.startV5": drs_start_v5,
    "drs.readV5": drs_read_v5,
    "ddm.start": ddm_start,
    "ddm.read": ddm_read,
}


def present(value):
    """The value without what was not in the answer: the SDK has None for that."""
    if isinstance(value, dict):
        return {key: present(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [present(inner) for inner in value]
    return value


def perform(job, call):
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
    except SdkException as error:
        unanswered = {"status": None, "code": None, "requestId": None}
        return {"error": {**unanswered, "type": type(error).__name__, "message": error.error_msg}}
    return {"status": answer.status_code, "body": present(answer.to_dict())}


if __name__ == "__main__":
    # The client of v3 is marked as deprecated in favour of v5.
    warnings.simplefilter("ignore", DeprecationWarning)
    given = json.load(sys.stdin)
    print("ANSWERS " + json.dumps([perform(given, call) for call in given["calls"]]))
