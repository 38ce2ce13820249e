# Starts DRS tasks that a gate has checked. A configuration of its own, so that it can change none of them on the way.
terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.98.0"
    }
  }
}

variable "job_ids" {
  description = "The ids that were checked, as the output job_ids of ../tasks gives them."
  type        = set(string)
}

# The provider runs one more pre-check here. It knows no waivers, and wants a pass rate of 100 % before it starts the task.
resource "huaweicloud_drs_start_job" "checked" {
  for_each = var.job_ids

  job_id = each.value
}
