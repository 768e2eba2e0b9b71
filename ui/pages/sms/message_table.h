#pragma once
#include "ui/widgets/list_table.h"

namespace wemo::pages::sms {

/// The table of the log: one message is chosen at a time, its columns may be moved.
class MessageTable final : public ui::ListTable {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageTable)

public:
    explicit MessageTable(QWidget *parent = nullptr);
};

} // namespace wemo::pages::sms
