// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/writedoor.h"

WriteDoor::WriteDoor(ApiClient &client) : m_client(client) { }
