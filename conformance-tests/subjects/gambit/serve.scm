;;; Gambit 4.9 and the protocol of spec/chapters/11-protocol.md in lines of S-expressions.
;;; Gambit has no fork, and it starts within 20 ms; so this server promises no isolation, and the runner starts it anew for each run.
;;; The program runs in a thread of this process. What it writes goes into a pipe within the process, at whose other end a
;;; thread counts. Gambit's errors are objects of many types, so that no message has to be taken apart.

;; A program may assign any standard name. What is called after it has begun is kept under names of its own.
(define-macro (keeping names . body) `(let ,(map (lambda (name) (list name name)) names) ,@body))

(keeping (append current-directory shell-command apply assq call-with-output-string call-with-values car cdr cadr char->integer char<? char=? close-output-port
          current-input-port current-output-port datum-parsing-exception? display divide-by-zero-exception? eof-object? eq? equal?
          error-exception? eval exit expression-parsing-exception? force-output heap-overflow-exception? integer? invalid-utf8-encoding-exception? list list?
          make-string make-thread map memq memv min modulo no-such-file-or-directory-exception? nonprocedure-operator-exception? not
          number->string open-input-string open-string-pipe os-exception? pair? port?
          procedure? promise? quotient range-exception? read read-line read-substring reverse stack-overflow-exception? string
          string->number string-append string-length string-ref substring thread-join! thread-sleep! thread-start!
          type-exception? unbound-global-exception? with-exception-handler write write-char
          wrong-number-of-arguments-exception? call-with-input-file cons null? system-version-string / + - * < display-exception)

(define from-runner (current-input-port))
(define to-runner (current-output-port))

(define (fields name message) (let ((found (assq name (cdr message)))) (if found (cdr found) '())))
(define (field name message default) (let ((found (fields name message))) (if (null? found) default (car found))))
(define (limit name message default) (field name (cons 'limits (fields 'limits message)) default))

;; A string as the protocol has it: without line feeds and other control characters.
(define (quoted text)
  (call-with-output-string ""
    (lambda (out)
      (write-char #\" out)
      (let loop ((i 0))
        (if (< i (string-length text))
            (let ((c (string-ref text i)))
              (cond ((memv c '(#\" #\\)) (write-char #\\ out) (write-char c out))
                    ((char=? c #\newline) (display "\\n" out))
                    ((or (char<? c #\space) (memv c '(#\delete)))
                     (display (list->text "\\x" (number->string (char->integer c) 16) ";") out))
                    (else (write-char c out)))
              (loop (+ i 1)))))
      (write-char #\" out))))
(define (list->text . texts) (apply string-append texts))

(define (written value)
  (cond ((procedure? value) "#<procedure>")
        ((promise? value) "#<promise>")
        ((eof-object? value) "#<eof>")
        ((port? value) "#<port>")
        (else (call-with-output-string "" (lambda (out) (write value out))))))

;; VmRSS or VmHWM of this process, in bytes.
(define (memory key)
  (call-with-input-file "/proc/self/status"
    (lambda (in)
      (let loop ((line (read-line in #\:)))
        (if (equal? line key)
            (* 1024 (read in))
            (begin (read-line in) (loop (read-line in #\:))))))))

;; Class and phase of an uncaught error.
(define (class-of object reading?)
  (cond (reading? "(class syntax) (phase read)")
        ((expression-parsing-exception? object) "(class syntax) (phase expand)")
        ((datum-parsing-exception? object) "(class read)")
        ((unbound-global-exception? object) "(class unbound)")
        ((nonprocedure-operator-exception? object) "(class not-procedure)")
        ((wrong-number-of-arguments-exception? object) "(class arity)")
        ((type-exception? object) "(class type)")
        ((or (range-exception? object) (invalid-utf8-encoding-exception? object)) "(class range)")
        ((divide-by-zero-exception? object) "(class divide-by-zero)")
        ((or (no-such-file-or-directory-exception? object) (os-exception? object)) "(class file)")
        ((error-exception? object) "(class user)")
        (else "(class raised)")))

(define (failed object reading?)
  (if (or (heap-overflow-exception? object) (stack-overflow-exception? object))
      "(status exhausted) (limit memory)"
      (list->text "(status error) " (class-of object reading?)
        " (message " (quoted (call-with-output-string "" (lambda (out) (display-exception object out)))) ")")))

(define (read-all text)
  (let ((in (open-input-string text)))
    (let loop ((forms '()))
      (let ((form (read in))) (if (eof-object? form) (reverse forms) (loop (cons form forms)))))))

(define definitions '(define define-values define-record-type define-syntax import define-library include include-ci))
(define (headed? form names) (and (pair? form) (memq (car form) names)))
(define (defining-begin? form)
  (and (headed? form '(begin)) (list? form)
       (let loop ((parts (cdr form)))
         (and (pair? parts) (or (headed? (car parts) (cons 'begin definitions)) (loop (cdr parts)))))))

;; The fields of the result of a program without uncaught error.
(define (run-forms forms)
  (cond ((null? forms) "(status completed)")
        ((or (pair? (cdr forms)) (headed? (car forms) definitions)) (eval (car forms)) (run-forms (cdr forms)))
        ((defining-begin? (car forms)) (run-forms (cdr (car forms))))
        (else
          (call-with-values (lambda () (eval (car forms)))
            (lambda values
              (list->text "(status completed) (values"
                (apply string-append (map (lambda (value) (string-append " " (quoted (written value)))) values)) ")"))))))

(define (answer line)
  (display line to-runner)
  (write-char #\newline to-runner)
  (force-output to-runner))

;; Runs a program and answers. Whoever reports first is heard: the program's thread, its clock, or the counter of its output.
(define (run request)
  (define output-limit (limit 'output request 1000000))
  (define memory-before (memory "VmRSS"))
  (define reading? #t)
  (define pieces '())
  (define size 0)
  (define (report result)
    (leave)
    (answer
      (list->text "(result (id " (quoted (field 'id request "")) ") " result
        " (counters (memory " (number->string (- (memory "VmHWM") memory-before)) "))"
        " (output " (quoted (apply string-append (reverse pieces))) "))"))
    (wait))
  (call-with-values open-string-pipe
    (lambda (program-out counted)
      (define (count) ; to the end of what is written
        (let* ((buffer (make-string 4096))
               (n (read-substring buffer 0 4096 counted 1))
               (kept (min n (- output-limit size))))
          (set! pieces (cons (substring buffer 0 kept) pieces))
          (set! size (+ size kept))
          (cond ((< kept n) (report "(status exhausted) (limit output)"))
                ((< 0 n) (count)))))
      (define counter (thread-start! (make-thread count)))
      (define (end result)
        (close-output-port program-out)
        (thread-join! counter)
        (report result))
      (define (end-by-exit #!optional (code 0))
        (end (list->text "(status exited) (code "
               (number->string (cond ((integer? code) (modulo code 256)) ((eq? code #f) 1) (else 0))) ")")))
      (eval (list 'set! 'exit (list 'quote end-by-exit)))
      (eval (list 'set! 'emergency-exit (list 'quote end-by-exit)))
      (eval (list 'set! 'command-line (list 'quote (lambda () (cons "program" (fields 'args request))))))
      (thread-start!
        (make-thread
          (lambda ()
            (thread-sleep! (/ (limit 'time request 10000) 1000))
            (report "(status exhausted) (limit time)"))))
      (current-input-port (open-input-string (field 'input request "")))
      (current-output-port program-out)
      (with-exception-handler
        (lambda (object) (end (failed object reading?)))
        (lambda ()
          (let ((forms (read-all (field 'program request ""))))
            (set! reading? #f)
            (end (run-forms forms))))))))

;; The files of a program: in a new directory, which the program begins in and which is left when it has ended.
(define (in-directory-of files thunk)
  (if (null? files)
      (thunk)
      (let ((home (current-directory))
            (directory (list->text (getenv "TMPDIR" "/tmp") "/touchstone-gambit-"
                         (number->string (exact (floor (* 1000000 (time->seconds (current-time)))))))))
        (for-each
          (lambda (file)
            (let ((path (list->text directory "/" (car file))))
              (shell-command (list->text "mkdir -p \"$(dirname '" path "')\""))
              (call-with-output-file path (lambda (out) (display (cadr file) out)))))
          files)
        (set! leave (lambda () (current-directory home) (shell-command (list->text "rm -rf '" directory "'"))))
        (current-directory directory)
        (thunk))))
(define leave (lambda () #f))

;; Reads requests to the end of the input.
(define (wait)
  (let ((line (read-line from-runner)))
    (if (eof-object? line) (exit 0) (begin (serve (read (open-input-string line))) (wait)))))

(define (serve message)
  (case (car message)
    ((hello)
     (if (not (equal? "1." (substring (string-append (field 'protocol message "") "..") 0 2)))
         (begin
           (answer "(hello (protocol \"1.0\") (refused \"This adapter speaks version 1 of the protocol.\"))")
           (exit 0)))
     (answer (list->text "(hello (protocol \"1.0\") (name gambit) (version " (quoted (substring (system-version-string) 1 6))
               ") (isolation none) (trace none) (counters memory))")))
    ((run) (in-directory-of (fields 'files message) (lambda () (run message))))
    ((bye) (exit 0))
    (else
      (if (assq 'id (cdr message))
          (answer (list->text "(result (id " (quoted (field 'id message "")) ") (status unsupported) (reason \"unknown message\"))"))))))

(wait))
