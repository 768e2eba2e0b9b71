#pragma once
#include <QByteArray>

#include <map>
#include <memory>
#include <string>

namespace wemo::metrics {

using Labels = std::map<std::string, std::string>;

/// Numbers for Prometheus, by name: a name is made on its first use and keeps its kind. Labels must come from small
/// fixed sets (a route pattern, never a path; a reason, never a number). Thread-safe.
class Registry {
public:
    Registry();
    ~Registry();
    Q_DISABLE_COPY_MOVE(Registry)

    /// The sentence beside the name; call it before the first use.
    void describe(const std::string &name, const std::string &help);
    void count(const std::string &name, const Labels &labels = {}, double by = 1); ///< "wemo_…_total"
    void set(const std::string &name, const Labels &labels, double value);         ///< what goes up and down
    void observe(const std::string &name, const Labels &labels, double seconds);   ///< a histogram of durations
    QByteArray text() const;                                                       ///< Prometheus text format

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace wemo::metrics
