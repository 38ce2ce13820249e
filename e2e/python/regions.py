"""Prints the addresses by region that the vendor's Python SDK has, as JSON: service, then region, then address."""

import json

from huaweicloudsdkcore.auth import endpoint
from huaweicloudsdkddm.v1.region.ddm_region import DdmRegion
from huaweicloudsdkdrs.v3.region.drs_region import DrsRegion
from huaweicloudsdkdrs.v5.region.drs_region import DrsRegion as DrsV5Region
from huaweicloudsdkiam.v3.region.iam_region import IamRegion
from huaweicloudsdksts.v1.region.sts_region import StsRegion


def addresses(kind):
    return {region.id: region.endpoint for region in kind.static_fields.values()}


tables = {
    "drs": addresses(DrsRegion),
    "drsV5": addresses(DrsV5Region),
    "ddm": addresses(DdmRegion),
    "iam": addresses(IamRegion),
    "sts": addresses(StsRegion),
    # Where the SDK itself signs in, from a table of its own.
    "iamOfCore": {region: endpoint.get_iam_endpoint_by_id(region) for region in addresses(DrsRegion)},
}
print(json.dumps(tables))
