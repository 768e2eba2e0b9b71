#pragma once
#include "tests/support/peer.h"
#include "tests/support/redis_server.h"

#include <memory>
#include <vector>

namespace wemo::bench {

/// A queue library and where its jobs stand while they are not finished.
struct Library {
    QString name;
    QStringList command; ///< its client, without the socket
    std::string prefix;  ///< of the keys of queue "q"
    std::string waiting, active, delayed;
};

struct Sizes {
    int jobs = 20'000;  ///< to process
    int adds = 20'000;  ///< 50 in flight
    int starts = 400;   ///< at 100 a second
    int delays = 1'000; ///< due within two seconds
    int inFlight = 10'000;
    int resting = 20'000; ///< waiting, to be weighed
    int lane = 1'000'000; ///< marketing jobs beside the codes
};

struct Run {
    double perSecond = 0;
    double cpuUs = 0; ///< of the clients, a job
};

/// One Redis, and the clients of any library at it. Every measurement begins with an empty Redis and new clients.
class Contest {
public:
    explicit Contest(Sizes sizes);
    const Sizes &sizes() const { return m_sizes; }

    Run process(const Library &library, int workers, int alreadyActive = 0);
    Run add(const Library &library);
    std::vector<double> starts(const Library &library); ///< ms from add to start
    std::vector<double> delays(const Library &library); ///< ms from due to start
    double bytesWaiting(const Library &library, int listpackValue);
    std::vector<double> codesBesideMarketing(const Library &ours);

private:
    using Client = std::unique_ptr<tests::Peer>;
    Client client(const Library &library);
    Client warmClient(const Library &library);
    void waitUntilDrained(const Library &library, const std::string &queue, int leftActive = 0);
    void activate(const Library &library, int jobs);
    long long usedMemory();
    void clear();

    Sizes m_sizes;
    tests::RedisServer m_server;
    redis::Pool m_pool;
};

std::vector<Library> libraries(); ///< ours first

} // namespace wemo::bench
