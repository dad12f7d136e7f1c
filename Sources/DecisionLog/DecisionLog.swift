#if Service
    internal import GRDB
#endif
