#pragma once
#include "ui/shell/page.h"

#include <QFrame>

class QButtonGroup;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace wemo::ui {

/// Pages by task: an icon with its word under the heading of its section. Shows only what it is given.
class Sidebar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sidebar)

public:
    explicit Sidebar(QWidget *parent = nullptr);
    void setPages(const QList<PageSpec> &pages);
    void setCurrent(const QString &pageId);

Q_SIGNALS:
    void pageChosen(const QString &pageId);
    void paletteRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addEntry(const PageSpec &page, int number);

    struct Entry {
        PageSpec page;
        QPushButton *button;
        QLabel *heading; ///< over the first of a section
    };
    QList<Entry> m_entries;
    QLabel *m_brand;
    QPushButton *m_palette;
    QVBoxLayout *m_column;
    QButtonGroup *m_group;
};

} // namespace wemo::ui
