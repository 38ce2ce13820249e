# The DRS tasks, configured and not started: the gate comes before the start.
terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.98.0"
    }
  }
}

variable "orders" {
  description = "What is migrated, by a name of your own."
  type = map(object({
    source_ip   = string
    target_id   = string
    target_ip   = string
    subnet_id   = string
    source_user = string
    target_user = string
  }))
}

variable "passwords" {
  description = "By the same names."
  type        = map(object({ source = string, target = string }))
  sensitive   = true
}

resource "huaweicloud_drs_job" "orders" {
  for_each = var.orders

  name           = each.key
  type           = "migration"
  engine_type    = "mysql"
  direction      = "up"
  net_type       = "vpn"
  migration_type = "FULL_INCR_TRANS"

  # Without these two the provider runs a pre-check of its own while it creates the task, and starts the task right after it.
  is_start_job = false
  is_pre_check = false

  source_db {
    engine_type = "mysql"
    ip          = each.value.source_ip
    port        = 3306
    user        = each.value.source_user
    password    = var.passwords[each.key].source
  }

  destination_db {
    engine_type = "mysql"
    ip          = each.value.target_ip
    port        = 3306
    user        = each.value.target_user
    password    = var.passwords[each.key].target
    instance_id = each.value.target_id
    subnet_id   = each.value.subnet_id
  }

  lifecycle {
    ignore_changes = [source_db[0].password, destination_db[0].password]
  }
}

output "job_ids" {
  description = "What the gate takes as job-ids."
  value       = [for task in huaweicloud_drs_job.orders : task.id]
}
