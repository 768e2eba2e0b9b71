#pragma once
#include "ui/shell/palette_model.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace wemo::ui {

/// Ctrl+K: one line that finds pages, commands and whatever the pages make of the typed text. Lies over the window and
/// gives the focus back when it closes.
class CommandPalette final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    using Finder = std::function<QList<PaletteEntry>(const QString &typed)>;

    explicit CommandPalette(QWidget *window);
    void open(QList<PaletteEntry> entries, Finder finder);
    void dismiss();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool onKey(int key);
    void onTyped(const QString &text);
    void runRow(int row);
    void place();
    void retranslate();

    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    QPointer<QWidget> m_focusBefore;
    Finder m_finder;
};

} // namespace wemo::ui
