;;; A fork server for Chez Scheme 9.5: the protocol of spec/chapters/11-protocol.md in lines of S-expressions.
;;; This process has everything loaded. For each run it forks a child, which evaluates the program and reports through two
;;; pipes: what the program writes comes through the first, one line of result fields through the second. Whatever the child
;;; does to the system or to itself, it is gone afterwards.

(load-shared-object #f) ; the C library

;; In a module, so that programs, which are evaluated at top level, do not see any of this.
(module ()

(define fork (foreign-procedure "fork" () int))
(define wait-for (foreign-procedure "waitpid" (int u8* int) int))
(define make-pipe (foreign-procedure "pipe" (u8*) int))
(define dup (foreign-procedure "dup" (int) int))
(define dup2 (foreign-procedure "dup2" (int int) int))
(define close-fd (foreign-procedure "close" (int) int))
(define end-process (foreign-procedure "_exit" (int) void))
(define kill (foreign-procedure "kill" (int int) int))
(define set-process-group (foreign-procedure "setpgid" (int int) int))
(define set-timer (foreign-procedure "setitimer" (int u8* uptr) int))
(define set-limit (foreign-procedure "setrlimit" (int u8*) int))
(define SIGKILL 9)
(define SIGALRM 14)
(define RLIMIT_AS 9)

(define utf-8 (make-transcoder (utf-8-codec) (eol-style none) (error-handling-mode replace)))
(define from-runner (open-fd-input-port (dup 0) (buffer-mode block) utf-8))
(define to-runner (open-fd-output-port (dup 1) (buffer-mode block) utf-8))

(define (fields name message) (let ((found (assq name (cdr message)))) (if found (cdr found) '())))
(define (field name message default) (let ((found (fields name message))) (if (null? found) default (car found))))
(define (limit name message default) (field name (cons 'limits (fields 'limits message)) default))

;; A string as the protocol has it: without line feeds and other control characters.
(define (quoted text)
  (with-output-to-string
    (lambda ()
      (write-char #\")
      (string-for-each
        (lambda (c)
          (cond ((memv c '(#\" #\\)) (write-char #\\) (write-char c))
                ((char=? c #\newline) (display "\\n"))
                ((eq? (char-general-category c) 'Cc) (printf "\\x~x;" (char->integer c)))
                (else (write-char c))))
        text)
      (write-char #\"))))

;;; In the child

(define (written value)
  (cond ((procedure? value) "#<procedure>")
        ((eof-object? value) "#<eof>")
        ((port? value) "#<port>")
        (else (with-output-to-string (lambda () (write value))))))

;; VmRSS or VmHWM of this process, in bytes. The peak of a forked process begins at what it has of its parent.
(define (memory key)
  (call-with-input-file "/proc/self/status"
    (lambda (in)
      (let loop ((name (read in)))
        (if (eq? name key) (* 1024 (read in)) (loop (read in)))))))
(define memory-before 0)

;; Ends the child. The parent reads the output to its end before it reads the result.
(define (report to-parent text)
  (flush-output-port (console-output-port))
  (close-fd 1)
  (fprintf to-parent "~a (counters (memory ~a))" text (- (memory 'VmHWM:) memory-before))
  (flush-output-port to-parent)
  (end-process 0))

(define (contains? text part)
  (let ((n (string-length part)))
    (let loop ((i 0))
      (and (<= (+ i n) (string-length text)) (or (string=? part (substring text i (+ i n))) (loop (+ i 1)))))))

;; Class and phase of an uncaught error: by the type of its condition where Chez has one, else by its text.
(define (class-of object text reading?)
  (define (says? part) (contains? text part))
  (cond (reading? "(class syntax) (phase read)")
        ((or (not (condition? object)) (non-continuable-violation? object)) "(class raised)")
        ((syntax-violation? object) "(class syntax) (phase expand)")
        ((i/o-filename-error? object) "(class file)")
        ((lexical-violation? object) "(class read)")
        ((and (error? object) (not (assertion-violation? object))) "(class user)")
        ((says? "is not bound") "(class unbound)")
        ((says? "undefined variable") "(class uninitialized)")
        ((says? "non-procedure") "(class not-procedure)")
        ((or (says? "incorrect argument count") (says? "incorrect number") (says? "value return context")) "(class arity)")
        ((says? "undefined for") "(class divide-by-zero)")
        ((and (says? "library") (says? "not found")) "(class import)")
        ((and (or (says? " valid ") (says? "out of range") (says? "index")) (pair? (condition-irritants object))
              (integer? (car (condition-irritants object))) (exact? (car (condition-irritants object))))
         "(class range)")
        ((assertion-violation? object) "(class type)")
        (else "")))

(define (failed object reading?)
  (define text
    (with-output-to-string (lambda () (if (condition? object) (display-condition object) (write object)))))
  (format "(status error) ~a (message ~a)" (class-of object text reading?) (quoted text)))

(define (read-all text)
  (let ((in (open-input-string text)))
    (let loop ((forms '()))
      (let ((form (read in))) (if (eof-object? form) (reverse forms) (loop (cons form forms)))))))

(define definitions '(define define-values define-record-type define-syntax import define-library include include-ci))
(define (headed? form names) (and (pair? form) (memq (car form) names)))
(define (defining-begin? form)
  (and (headed? form '(begin)) (exists (lambda (part) (headed? part (cons 'begin definitions))) (cdr form))))

;; The fields of the result of a program without uncaught error.
(define (run-forms forms)
  (cond ((null? forms) "(status completed)")
        ((or (pair? (cdr forms)) (headed? (car forms) definitions)) (eval (car forms)) (run-forms (cdr forms)))
        ((defining-begin? (car forms)) (run-forms (cdar forms)))
        (else
          (call-with-values (lambda () (eval (car forms)))
            (lambda values
              (format "(status completed) (values~{ ~a~})" (map (lambda (value) (quoted (written value))) values)))))))

(define (run-child request to-parent)
  (define reading? #t)
  (define milliseconds (limit 'time request 10000))
  (define timer (make-bytevector 32 0))
  (define sizes (make-bytevector 16))
  (bytevector-s64-native-set! timer 16 (quotient milliseconds 1000))
  (bytevector-s64-native-set! timer 24 (* 1000 (remainder milliseconds 1000)))
  (bytevector-s64-native-set! sizes 0 4000000000)
  (bytevector-s64-native-set! sizes 8 4000000000)
  (set-limit RLIMIT_AS sizes)
  (set-timer 0 timer 0)
  (set! memory-before (memory 'VmRSS:))
  (current-input-port (open-input-string (field 'input request "")))
  (command-line (cons "program" (fields 'args request)))
  (exit-handler
    (case-lambda
      (() (report to-parent "(status exited) (code 0)"))
      ((code . more)
       (report to-parent
         (format "(status exited) (code ~a)" (cond ((integer? code) (modulo code 256)) (code 0) (else 1)))))))
  (with-exception-handler
    (lambda (object) (unless (warning? object) (report to-parent (failed object reading?))))
    (lambda ()
      (let ((forms (read-all (field 'program request ""))))
        (set! reading? #f)
        (report to-parent (run-forms forms))))))

;;; In the server

(define (new-pipe) ; read end, write end
  (let ((ends (make-bytevector 8)))
    (make-pipe ends)
    (values (bytevector-s32-native-ref ends 0) (bytevector-s32-native-ref ends 4))))

;; At most so many bytes of what comes through a pipe; whether there was more, which ends the child.
(define (drain fd limit child)
  (let ((in (open-fd-input-port fd (buffer-mode block))))
    (let-values (((out content) (open-bytevector-output-port)))
      (let loop ((size 0))
        (let ((piece (get-bytevector-some in)))
          (cond ((and (bytevector? piece) (<= (+ size (bytevector-length piece)) limit))
                 (put-bytevector out piece)
                 (loop (+ size (bytevector-length piece))))
                (else
                  (when (bytevector? piece)
                    (put-bytevector out piece 0 (- limit size))
                    (kill (- child) SIGKILL))
                  (close-port in)
                  (values (bytevector->string (content) utf-8) (bytevector? piece)))))))))

;; How a child ended that reported nothing.
(define (ending status)
  (let ((signal (bitwise-and status 127)))
    (cond ((= signal SIGALRM) "(status exhausted) (limit time)")
          ((> signal 0) (format "(status crashed) (message \"killed by signal ~a\")" signal))
          (else
            (format "(status crashed) (message \"ended with exit code ~a and without a result\")"
              (bitwise-arithmetic-shift-right status 8))))))

(define (write-files files directory)
  (for-each
    (lambda (file)
      (let ((path (string-append directory "/" (car file))))
        (system (format "mkdir -p \"$(dirname '~a')\"" path))
        (call-with-output-file path (lambda (out) (display (cadr file) out)))))
    files))

(define (run request)
  (define files (fields 'files request))
  (define directory (and (pair? files) (format "/tmp/touchstone-chez-~a-~a" (get-process-id) (field 'id request ""))))
  (when directory (write-files files directory))
  (let*-values (((output-in output-out) (new-pipe)) ((result-in result-out) (new-pipe)))
    (let ((child (fork)))
      (when (= child 0)
        (set-process-group 0 0)
        (dup2 output-out 1)
        (for-each close-fd (list output-in output-out result-in))
        (when directory (current-directory directory))
        (run-child request (open-fd-output-port result-out (buffer-mode block) utf-8)))
      (close-fd output-out)
      (close-fd result-out)
      (let*-values (((text more?) (drain output-in (limit 'output request 1000000) child))
                    ((result endless?) (if more? (begin (close-fd result-in) (values "" #t)) (drain result-in 100000000 child))))
        (define status (make-bytevector 4))
        (kill (- child) SIGKILL)
        (wait-for child status 0)
        (when directory (system (format "rm -rf '~a'" directory)))
        (format "(result (id ~a) ~a (output ~a))" (quoted (field 'id request ""))
          (cond (endless? "(status exhausted) (limit output)")
                ((string=? result "") (ending (bytevector-s32-native-ref status 0)))
                (else result))
          (quoted text))))))

(define (answer line)
  (put-string to-runner line)
  (newline to-runner)
  (flush-output-port to-runner))

;; Space is measured: free memory within the heap would hide what a run needs, and garbage would look like need.
(define (compact)
  (when (> (- (current-memory-bytes) (bytes-allocated)) 1000000) (collect 3 3)))

(define (serve message)
  (case (car message)
    ((hello)
     (let ((version (field 'protocol message "")))
       (unless (and (> (string-length version) 1) (string=? (substring version 0 2) "1."))
         (answer "(hello (protocol \"1.0\") (refused \"This adapter speaks version 1 of the protocol.\"))")
         (end-process 0)))
     (answer
       (format "(hello (protocol \"1.0\") (name chez) (version ~s) (isolation process) (trace none) (counters memory))"
         (let ((v (scheme-version))) (substring v (string-length "Chez Scheme Version ") (string-length v))))))
    ((run) (answer (run message)) (compact))
    ((bye) (end-process 0))
    (else
      (when (assq 'id (cdr message))
        (answer (format "(result (id ~a) (status unsupported) (reason \"unknown message\"))" (quoted (field 'id message ""))))))))

(load (string-append (path-parent (car (command-line))) "/r7rs.ss"))
(release-minimum-generation 0)
(collect-trip-bytes 500000)
(collect 3 3)
(let loop ((line (get-line from-runner)))
  (if (eof-object? line)
      (end-process 0)
      (begin (serve (read (open-input-string line))) (loop (get-line from-runner)))))
)
