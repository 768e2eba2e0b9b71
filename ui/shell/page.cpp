#include "ui/shell/page.h"

namespace wemo::ui {

Page::Page(QWidget *parent)
    : QWidget(parent) {}

} // namespace wemo::ui
