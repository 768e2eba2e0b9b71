#pragma once
#include <QSettings>
#include <QSplitter>

class QStackedWidget;

namespace wemo::ui {

/// What a page is about at the left, and at the right one of its panels or none: details, or what is asked before
/// something is done. Remembers the panel's width.
class SideSplit final : public QSplitter {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SideSplit)

public:
    /// `key` of the settings under which the width is kept; a panel is `width` wide to begin with.
    SideSplit(QWidget *main, QSettings &settings, const QString &key, int width, QWidget *parent = nullptr);
    void addPanel(QWidget *panel);
    void open(QWidget *panel);
    /// False when none was open.
    bool close();
    bool isOpen(const QWidget *panel) const;
    bool isAnyOpen() const;
    bool hasFocusInside() const;

private:
    QSettings &m_settings;
    QString m_key;
    int m_width;
    QStackedWidget *m_side;
};

} // namespace wemo::ui
