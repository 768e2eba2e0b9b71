#pragma once
#include "ui/shell/page.h"

namespace wemo::console {

/// Every page of the console, in the order of the sidebar.
QList<ui::PageSpec> pages();

} // namespace wemo::console
